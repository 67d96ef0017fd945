/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.account;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.Project;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** {@code /projects}: names under which older accounts sort their work. */
final class ProjectResource {

    private final World world;

    ProjectResource(World world) {
        this.world = world;
    }

    ApiAnswer list(OperationCall call) {
        ArrayNode projects = JsonNodeFactory.instance.arrayNode();
        world.administration().projects().list().forEach(project -> projects.add(json(project)));
        return ApiAnswer.ok(projects);
    }

    ApiAnswer create(OperationCall call) {
        JsonNode body = call.body();
        String name = body.get("name").textValue().strip();
        if (name.isEmpty()) {
            throw ApiException.invalid("name must not be blank");
        }
        Project project = new Project(
                world.ids().next(),
                name,
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", ""),
                body.path("description").textValue(),
                world.clock().now());
        world.administration().projects().put(project.id(), project);
        return new ApiAnswer(201, json(project));
    }

    private static ObjectNode json(Project project) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", project.id())
                .put("name", project.name())
                .put("slug", project.slug())
                .put("description", project.description())
                .put("productionApproved", false)
                .put("createdAt", Timestamps.format(project.createdAt()));
    }
}
