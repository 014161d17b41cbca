package io.likewire.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests of development with one thing wrong: a rule that finds nothing there would be worth nothing. */
@Tag("full")
class RulesCanFailTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Set<String>> SECRETS = Secrets.ofDevelopment();

    /**
     * @param place a JSON pointer, from the pod or its one container where it begins so
     * @param value in JSON; nothing removes what is there
     */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Deployment likes             | /spec/replica                       | 2            | Unrecognized field "replica"
            Deployment likes             | /spec/minReadySeconds               | "soon"       | not a valid
            Deployment likes             | /apiVersion                         | "apps/v2"    | of apps/v2
            Deployment likes             | one/resources/requests              |              | has no requests
            Deployment likes             | one/resources/limits/memory         |              | has no limits
            Deployment likes             | one/startupProbe                    |              | has no startupProbe
            Deployment likes             | pod/securityContext                 |              | may be root
            Deployment likes             | pod/securityContext/runAsUser       | 0            | may be root
            Deployment likes             | pod/securityContext/runAsUser       | 999          | is not user 10001
            Deployment likes             | pod/securityContext/seccompProfile  |              | has no seccomp profile
            Deployment likes             | pod/automountServiceAccountToken    |              | gets a token
            Deployment likes             | one/securityContext/readOnlyRootFilesystem |       | root file system
            Deployment likes             | one/securityContext/allowPrivilegeEscalation |     | gain privileges
            Deployment likes             | one/securityContext/capabilities    |              | keeps capabilities
            Deployment likes             | one/image            | "likewire/likes:latest"     | without a version
            Deployment likes             | one/image            | "likewire/likes"            | without a version
            Deployment likes             | /spec/selector/matchLabels/x        | "y"          | its own pods
            Deployment likes             | /spec/strategy                      |              | is not updated one by one
            Deployment likes             | /spec/replicas                      | 2            | says itself how many
            Deployment likes             | /spec/template/metadata/labels/app.kubernetes.io~1part-of | | is part of nothing
            Deployment likes             | one/env/- | {"name": "LIKES_MYSQL_URL", "value": "x"} | does not read LIKES_MYSQL_URL
            Deployment likes             | one/env                             |              | needs LIKES_MYSQL_URI
            Deployment likes             | one/ports/0/containerPort           | 5700         | cluster is not at 5700
            Deployment likes             | one/env/- | {"name": "AMQP_URI", "value": "amqp://a:b@c/d"} | AMQP_URI is written down
            Deployment auth              | one/env/- | {"name": "ADMIN_PASSWORD", "value": "x"} | ADMIN_PASSWORD is written down
            Deployment likes             | one/env/- | {"name": "AMQP_URI_FILE", "value": "/run/secrets/likewire/amqp"} | there is no amqp in
            Deployment likes             | pod/volumes/- | {"name": "x", "secret": {"secretName": "like"}} | there is no Secret like
            Deployment likes             | pod/volumes/- | {"secret": {"secretName": "likewire-likes", "items": [{"key": "a"}]}} | there is no a in
            StatefulSet likes-db         | one/env/- | {"valueFrom": {"secretKeyRef": {"name": "likes-db", "key": "pass"}}} | there is no pass in
            PodDisruptionBudget likes    | /spec/selector/matchLabels/x        | "y"          | has no disruption budget
            HorizontalPodAutoscaler likes | /spec/scaleTargetRef/name          | "hearts"     | there is no Deployment hearts
            Service likes-nodes          | /spec/selector/x                    | "y"          | selects nobody
            Service likes-nodes          | /spec/selector/x                    | "y"          | likes: has no service
            Service likes-nodes          | /spec/ports/0/targetPort            | "door"       | nobody opens "door"
            Service likes-nodes          | /spec/clusterIP                     |              | likes-nodes:5702: finds no member
            Service gateway              | /spec/ports/0/name                  | "web"        | Ingress likewire: there is no
            ConfigMap broker-settings    | /metadata/name                      | "x"          | there is no ConfigMap broker-settings
            ConfigMap broker-settings    | /kind                               | "Secret"     | no business
            ConfigMap likewire-settings  | /data/CLUSTER_MEMBER                | "x"          | nobody reads CLUSTER_MEMBER
            NetworkPolicy deny-everything | /spec/egress                       | []           | nothing denies
            NetworkPolicy likes-to-its-database | /spec/podSelector/matchLabels/x | "y"       | selects nobody by
            NetworkPolicy likes-to-its-database | /spec/podSelector/matchLabels/x | "y"       | does not reach its database
            """)
    void aMistakeIsFound(String manifest, String place, String value, String fault) throws JsonProcessingException {
        List<Manifest> manifests = Manifests.of(Manifests.FOLDER.resolve("overlays/development"));
        Manifest wrong = manifests.stream()
                .filter(one -> one.toString().equals(manifest))
                .findFirst()
                .orElseThrow();
        String pointer = place.replaceFirst("^one/", "/spec/template/spec/containers/0/")
                .replaceFirst("^pod/", "/spec/template/spec/");
        change(wrong, JsonPointer.compile(pointer), value);

        assertThat(String.join("\n", Rules.faults(manifests, SECRETS))).contains(fault);
    }

    private static void change(Manifest manifest, JsonPointer place, String value) throws JsonProcessingException {
        String name = place.last().getMatchingProperty();
        if (manifest.json().at(place.head()) instanceof ArrayNode list) {
            list.add(JSON.readTree(value));
            return;
        }
        ObjectNode parent = (ObjectNode) manifest.json().at(place.head());
        if (value == null) {
            assertThat(parent.remove(name)).isNotNull();
        } else {
            parent.set(name, JSON.readTree(value));
        }
    }
}
