/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.model.EventContact;
import br.com.pilotstatus.camel.model.EventLocation;
import br.com.pilotstatus.camel.model.EventMedia;
import br.com.pilotstatus.camel.model.EventReaction;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaEnvelopeTest {

    private static final String CONTACTS =
            "'contacts':[{'profile':{'name':'Bia'},'wa_id':'5511977770000'},{'profile':{'name':'Rui'},'wa_id':'5511977770002'}]";

    private static final String STATUS = "{'id':'wamid.A1','status':'delivered','timestamp':'1785596409',"
            + "'recipient_id':'5511977770000','pricing':{'billable':true,'category':'utility'}}";

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String change(String field, String value) {
        return "{'field':'" + field + "','value':{'messaging_product':'whatsapp',"
                + "'metadata':{'display_phone_number':'55 11 88888-0001','phone_number_id':'1029'}," + value + "}}";
    }

    private static String envelope(String... changes) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[" + String.join(",", changes)
                + "]}]}";
    }

    private static List<WebhookEvent> read(String envelope) throws MalformedEventException {
        return new EventParser().parseAll(json(envelope).getBytes(UTF_8));
    }

    private static WebhookEvent only(String field, String value) throws MalformedEventException {
        List<WebhookEvent> events = read(envelope(change(field, value)));
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static WebhookEvent message(String content) throws MalformedEventException {
        return only(
                "messages",
                CONTACTS + ",'messages':[{'from':'5511977770000','id':'wamid.A2','timestamp':'1785596409'," + content
                        + "}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent", "delivered", "read", "failed"})
    void aStateIsTheEventOfThatName(String state) throws Exception {
        WebhookEvent event = only("messages", "'statuses':[" + STATUS.replace("delivered", state) + "]");
        assertThat(event.name()).isEqualTo("message." + state);
        assertThat(event.reportsStatus()).isTrue();
        assertThat(event.status()).isEqualToIgnoringCase(state);
        assertThat(event.whatsappMessageId()).isEqualTo("wamid.A1");
        assertThat(event.messageId()).isNull();
        assertThat(event.to()).isEqualTo("+5511977770000");
        assertThat(event.from()).isEqualTo("+5511888880001");
        assertThat(event.phoneNumberId()).isEqualTo("1029");
        assertThat(event.createdAt()).isEqualTo(Instant.ofEpochSecond(1_785_596_409));
    }

    @Test
    void whatItCostsStaysInTheWordsOfMeta() throws Exception {
        assertThat(only("messages", "'statuses':[" + STATUS + "]").data())
                .containsEntry("pricing", Map.of("billable", true, "category", "utility"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':131047,'title':'t','message':'m','error_data':{'details':'d'}} | 131047 | d",
                "{'code':'131047','title':'t','message':'m'}                            | 131047 | m",
                "{'code':470,'title':'t'}                                               | 470    | t",
            })
    void aFailureSaysWhy(String error, String code, String text) throws Exception {
        WebhookEvent event = only(
                "messages",
                "'statuses':[{'id':'wamid.A1','status':'failed','recipient_id':'1','errors':["
                        + error.replace("\"", "'") + "]}]");
        assertThat(event.errorCode()).isEqualTo(code);
        assertThat(event.errorMessage()).isEqualTo(text);
    }

    @Test
    void aMessageSaysWhoWroteWhatToWhomAndWhen() throws Exception {
        WebhookEvent event = message("'type':'text','text':{'body':'Hello'}");
        assertThat(event.name()).isEqualTo("message.received");
        assertThat(event.from()).isEqualTo("+5511977770000");
        assertThat(event.to()).isEqualTo("+5511888880001");
        assertThat(event.text()).isEqualTo("Hello");
        assertThat(event.type()).isEqualTo("text");
        assertThat(event.participantName()).isEqualTo("Bia");
        assertThat(event.fromMe()).isFalse();
        assertThat(event.createdAt()).isEqualTo(Instant.ofEpochSecond(1_785_596_409));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'b1','title':'Yes'}}        | b1 | Yes",
                "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'r1','title':'Nine'}}            | r1 | Nine",
                "'type':'button','button':{'payload':'p1','text':'Confirm'}                                                 | p1 | Confirm",
                "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow','body':'Sent'}}          |    | Sent",
                "'type':'system','system':{'body':'changed from 1 to 2'}                                                   |    | changed from 1 to 2",
                "'text':{'body':'no type'}                                                                                 |    | no type",
            })
    void aChoiceIsRead(String content, String button, String text) throws Exception {
        WebhookEvent event = message(content);
        assertThat(event.buttonId()).isEqualTo(button);
        assertThat(event.text()).isEqualTo(text);
    }

    @Test
    void anAnswerIsAReplyToWhatItQuotes() throws Exception {
        WebhookEvent event =
                message("'context':{'from':'5511888880001','id':'wamid.A1'},'type':'text','text':{'body':'Thanks'}");
        assertThat(event.name()).isEqualTo("message.reply");
        assertThat(event.quotedMessageId()).isEqualTo("wamid.A1");
    }

    @Test
    void whatIsPassedOnIsNoReply() throws Exception {
        assertThat(message("'context':{'forwarded':true},'type':'text','text':{'body':'x'}")
                        .name())
                .isEqualTo("message.received");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "video", "audio", "document", "sticker"})
    void mediaCanBeFetchedByItsIdOrItsLink(String type) throws Exception {
        WebhookEvent event = message("'type':'" + type + "','" + type
                + "':{'id':'77','mime_type':'a/b','url':'https://a.b/c','caption':'Look','filename':'a.b'}");
        assertThat(event.media()).isEqualTo(new EventMedia(type, "https://a.b/c", "Look", "a.b", "77", "1029"));
        assertThat(event.text()).isEqualTo("Look");
    }

    @Test
    void aReactionSaysToWhat() throws Exception {
        WebhookEvent event = message("'type':'reaction','reaction':{'message_id':'wamid.A1','emoji':'+'}");
        assertThat(event.reaction()).isEqualTo(new EventReaction("wamid.A1", "+"));
        assertThat(message("'type':'reaction','reaction':{'message_id':'wamid.A1'}")
                        .reaction())
                .isEqualTo(new EventReaction("wamid.A1", null));
    }

    @Test
    void aPlaceIsRead() throws Exception {
        assertThat(message("'type':'location','location':{'latitude':-23.5,'longitude':'-46.6','name':'Store'}")
                        .location())
                .isEqualTo(new EventLocation(-23.5, -46.6, "Store", null, null));
    }

    @Test
    void cardsAreRead() throws Exception {
        assertThat(message(
                                "'type':'contacts','contacts':[{'name':{'formatted_name':'Lia'},'phones':[{'phone':'+1 2'},{'wa_id':'3'}]}]")
                        .contacts())
                .containsExactly(new EventContact("Lia", List.of("+1 2", "3")));
    }

    @Test
    void anAdvertisementIsRead() throws Exception {
        WebhookEvent event = message(
                "'type':'text','text':{'body':'Hi'},'referral':{'source_type':'ad','source_id':'120','headline':'Sale','ctwa_clid':'c','image_url':'i'}");
        assertThat(event.referral().sourceType()).isEqualTo("ad");
        assertThat(event.referral().sourceId()).isEqualTo("120");
        assertThat(event.referral().headline()).isEqualTo("Sale");
        assertThat(event.referral().clickId()).isEqualTo("c");
        assertThat(event.referral().additional()).isEqualTo(Map.of("image_url", "i"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_echoes", "smb_message_echoes"})
    void whatTheOwnerTypesIsFromMe(String list) throws Exception {
        WebhookEvent event = only(
                "smb_message_echoes",
                "'" + list
                        + "':[{'from':'5511888880001','to':'5511977770000','id':'wamid.A3','type':'text','context':{'id':'wamid.A2'},'text':{'body':'Hi'}}]");
        assertThat(event.name()).isEqualTo("message.received");
        assertThat(event.fromMe()).isTrue();
        assertThat(event.to()).isEqualTo("+5511977770000");
    }

    @Test
    void whatTheNumberItselfWroteIsFromMeWhereverItComes() throws Exception {
        assertThat(only("messages", "'messages':[{'from':'5511888880001','id':'wamid.A3','text':{'body':'Hi'}}]")
                        .fromMe())
                .isTrue();
    }

    @Test
    void aMemberWritesToTheGroupThatTheServiceKnows() throws Exception {
        WebhookEvent event = message("'group_id':'Y2FwaQ','type':'text','text':{'body':'Hi'}");
        assertThat(event.name()).isEqualTo("message.group");
        assertThat(event.groupId()).isEqualTo("Y2FwaQ@g.us");
    }

    @Test
    void whoHasNoPhoneIsKnownByTheId() throws Exception {
        WebhookEvent event = only(
                "messages",
                "'contacts':[{'profile':{'name':'Lia'},'user_id':'BR.123'}],'messages':[{'from_user_id':'BR.123','id':'wamid.A4','text':{'body':'Hi'}}]");
        assertThat(event.from()).isEqualTo("BR.123");
        assertThat(event.participantName()).isEqualTo("Lia");
    }

    @Test
    void whatMetaSaysBesideStaysUnderItsNames() throws Exception {
        assertThat(message("'type':'text','text':{'body':'Hi'},'identity':{'hash':'h'}")
                        .data())
                .containsEntry("identity", Map.of("hash", "h"))
                .containsEntry("timestamp", "1785596409")
                .doesNotContainKey("id");
    }

    @Test
    void anEventReadBackFromItsJsonIsTheSame() throws Exception {
        WebhookEvent event = message("'type':'text','text':{'body':'Hi'}");
        assertThat(new EventParser().parse(event.json().getBytes(UTF_8))).isEqualTo(event);
    }

    @Test
    void severalComeInOrderStatesFirst() throws Exception {
        List<WebhookEvent> events = read(envelope(
                change(
                        "messages",
                        CONTACTS
                                + ",'messages':[{'from':'5511977770002','id':'wamid.B','text':{'body':'2'}}],'statuses':["
                                + STATUS + "]"),
                change("messages", "'statuses':[" + STATUS.replace("delivered", "read") + "]")));
        assertThat(events)
                .extracting(WebhookEvent::name)
                .containsExactly("message.delivered", "message.received", "message.read");
        assertThat(events.get(1).participantName()).isEqualTo("Rui");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'statuses':[{'id':'wamid.A1','status':'played'}]",
                "'statuses':[{'status':'sent'}]",
                "'statuses':'sent'",
                "'messages':[1,null,[]]",
                "'messages':[{'text':{'body':'nobody knows which'}}]",
                "'errors':[{'code':130429}]",
                "'history':[{'threads':[]}]",
                "'event':'APPROVED'",
            })
    void whatIsNoEventStaysInTheEnvelope(String value) throws Exception {
        String envelope = envelope(change("messages", value));
        List<WebhookEvent> events = read(envelope);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).name()).isEqualTo(WebhookEvent.META_ENVELOPE);
        assertThat(events.get(0).json()).isEqualTo(json(envelope));
    }

    @Test
    void whatIsNoEventBesideOthersStaysInAnEnvelopeOfItsOwn() throws Exception {
        String template = change("message_template_status_update", "'event':'APPROVED'");
        List<WebhookEvent> events = read(envelope(
                change("messages", "'statuses':[" + STATUS + ",{'status':'odd'}],'errors':[{'code':1}]"),
                template,
                change("messages", "'statuses':[" + STATUS + "]")));
        assertThat(events)
                .extracting(WebhookEvent::name)
                .containsExactly("message.delivered", "message.delivered", WebhookEvent.META_ENVELOPE);
        assertThat(events.get(2).json())
                .isEqualTo(json(
                        envelope(change("messages", "'statuses':[{'status':'odd'}],'errors':[{'code':1}]"), template)));
    }

    @Test
    void theEnvelopeOfAnotherProductIsLeftAlone() throws Exception {
        String envelope = envelope(change("messages", "'statuses':[" + STATUS + "]"))
                .replace("whatsapp_business_account", "instagram");
        assertThat(read(envelope)).extracting(WebhookEvent::name).containsExactly(WebhookEvent.META_ENVELOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "99999999999999999999", "31556889864403200"})
    void aTimeThatIsNoneSpoilsNothing(String time) throws Exception {
        WebhookEvent event = only("messages", "'statuses':[" + STATUS.replace("1785596409", time) + "]");
        assertThat(event.name()).isEqualTo("message.delivered");
        assertThat(event.createdAt()).isNull();
    }

    @Test
    void moreThanMetaPutsTogetherIsRefused() throws Exception {
        assertThat(read(envelope(change("messages", "'statuses':[" + statuses(MetaEnvelope.MAX_EVENTS) + "]"))))
                .hasSize(MetaEnvelope.MAX_EVENTS);
        assertThatThrownBy(() -> read(
                        envelope(change("messages", "'statuses':[" + statuses(MetaEnvelope.MAX_EVENTS + 1) + "]"))))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("an envelope of Meta must not hold more than 1000 messages and states");
    }

    private static String statuses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'id':'wamid." + i + "','status':'sent'}")
                .collect(Collectors.joining(","));
    }
}
