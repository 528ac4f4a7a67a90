using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Platform;

/// <summary>The AsyncAPI 3.0 file: seen from the gateway, so what it sends goes up.</summary>
internal static class AsyncApiWriter
{
    private const string Schemas = "application/schema+json;version=draft-2020-12";
    private const string Json = "application/json";
    private const string Event = "application/cloudevents+json; charset=utf-8";

    private static readonly string[] s_noReading = ["manifest", "state", "device", "catalogue", "reply", "command", "receipt", "presence"];

    /// <summary>Part number that stands in for <c>{n}</c>.</summary>
    private const int AnyPart = 987_654_321;

    private static readonly Topics s_topics = new("{root}", "{site}", "{gw}");

    private static readonly Channel[] s_channels =
    [
        new("reading", s_topics.Reading(Lane.Event, "{dev}", "{kind}").Replace("/event/", "/{lane}/", StringComparison.Ordinal), true, false, [.. PlatformKinds.All.Keys],
            "One reading, by its lane. Where a broker or a bridge cannot carry a point in a topic, `{kind}` has an underscore in its place; the reading keeps the point."),
        new("batch", s_topics.Batch, true, false, ["batch"], "Many readings, packed with gzip: backlog and, under load, live ones. One PUBACK frees all of it."),
        new("media", s_topics.Media("{sha256}"), true, false, ["media"], "The bytes of a picture or file of at most 1 MiB, unchanged."),
        new("mediaPart", s_topics.MediaPart("{sha256}", AnyPart).Replace($"{AnyPart}", "{n}", StringComparison.Ordinal), true, false, ["media"],
            "One part of a larger file. Every part but the last has 1048576 bytes; on MQTT 5 the user property `parts` says how many there are."),
        new("manifest", s_topics.Manifest, true, false, ["manifest"], "Completeness statement, every 10 minutes or 10,000 readings, behind the readings it speaks of."),
        new("reply", s_topics.Reply, true, false, ["reply"],
            "Quick answer to a command, each sent once; the same is kept as a reading `command.result`. On MQTT 5 it has the correlation data of the command, and goes to its response topic where that is `up/reply/` and one name."),
        new("state", s_topics.State, true, true, ["state"], "The gateway; also its will. A `connection` smaller than one that was seen is late: ignore it."),
        new("device", s_topics.Device("{dev}"), true, true, ["device"], "One device."),
        new("catalogue", s_topics.Catalogue, true, true, ["catalogue"], "Devices, kinds, schema ids, driver versions; its SHA-256 stands in `state`."),
        new("command", s_topics.Command("{dev}"), false, false, ["command"], "An order for a device, or for `gateway`."),
        new("receipt", s_topics.Receipt, false, false, ["receipt"], "What the platform has."),
        new("presence", s_topics.PlatformPrefix + "{name}", false, true, ["presence"], "A platform is there, or not; its will says that it is not."),
        new("probe", s_topics.Probe, true, false, ["probe"], "Where a broker proves that it acknowledges. Read by nobody."),
        new("pointProbe", s_topics.PointProbe, true, false, ["probe"], "Where a broker shows what becomes of a point in a topic; the gateway itself reads it. Not for the platform."),
    ];

    private static readonly Dictionary<string, string> s_parameters = new(StringComparer.Ordinal)
    {
        ["root"] = "Root of all topics, configured; it has levels of its own.",
        ["shard"] = "Two lower-case hex digits: the first byte of SHA-256 of the gateway id, so that many consumers share the work with plain subscriptions.",
        ["site"] = "The platform's site code, out of A-Z a-z 0-9 . _ -, at most 64.",
        ["gw"] = "Gateway id, the same as client id and certificate subject.",
        ["dev"] = "Device id; `gateway` for the gateway itself.",
        ["kind"] = "Kind of the reading.",
        ["lane"] = "Alarms overtake events, events overtake telemetry.",
        ["sha256"] = "SHA-256 of the whole file, 64 lower-case hex digits.",
        ["n"] = "Part, from 0.",
        ["name"] = "Name of a platform, at most 64 characters.",
    };

    public static JsonObject Write() => new()
    {
        ["asyncapi"] = "3.0.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Edge gateway",
            ["version"] = "1.0.0",
            ["description"] = "What a gateway sends to the central platform and takes from it, contract version 1. Start with README.md beside this file. Seen from the gateway: `send` goes up.",
        },
        ["defaultContentType"] = Json,
        ["servers"] = new JsonObject { ["broker"] = Server() },
        ["channels"] = new JsonObject(s_channels.Select(static channel => Pair(channel.Id, Describe(channel)))),
        ["operations"] = new JsonObject(s_channels.Select(static channel => Pair((channel.Up ? "send-" : "receive-") + channel.Id, Operation(channel)))),
        ["components"] = new JsonObject
        {
            ["messages"] = Messages(),
            ["parameters"] = new JsonObject(s_parameters.Select(static one => Pair(one.Key, Parameter(one.Key, one.Value)))),
        },
    };

    private static JsonObject Server() => new()
    {
        ["host"] = "broker.example.org:8883",
        ["protocol"] = "secure-mqtt",
        ["description"] = "MQTT 5 first, 3.1.1 where the broker says no; the content is the same.",
        ["bindings"] = Mqtt(new JsonObject
        {
            ["clientId"] = "{gw}",
            ["lastWill"] = new JsonObject { ["topic"] = Spell(s_topics.State), ["qos"] = 1, ["retain"] = true, ["message"] = "examples/state-will.json" },
        }),
    };

    private static JsonObject Describe(Channel channel)
    {
        string address = Spell(channel.Address);
        return new JsonObject
        {
            ["address"] = address,
            ["description"] = channel.Text,
            ["parameters"] = new JsonObject(s_parameters.Keys.Where(name => address.Contains($"{{{name}}}", StringComparison.Ordinal)).Select(static name => Pair(name, Ref("#/components/parameters/" + name)))),
            ["messages"] = new JsonObject(channel.Messages.Select(static name => Pair(name, Ref("#/components/messages/" + name)))),
        };
    }

    private static JsonObject Operation(Channel channel)
    {
        var operation = new JsonObject
        {
            ["action"] = channel.Up ? "send" : "receive",
            ["channel"] = Ref("#/channels/" + channel.Id),
            ["bindings"] = Mqtt(new JsonObject { ["qos"] = 1, ["retain"] = channel.Retained }),
        };
        if (channel.Id == "command")
        {
            operation["reply"] = new JsonObject { ["channel"] = Ref("#/channels/reply") };
        }

        return operation;
    }

    private static JsonObject Messages()
    {
        var messages = new JsonObject(PlatformKinds.All.Keys.Select(static kind => Pair(kind, Message(kind, Event, ReadingOf(kind)))));
        messages["batch"] = Message("batch", BatchWriter.ContentType, Batch());
        messages["media"] = new JsonObject { ["name"] = "media", ["contentType"] = "image/jpeg", ["summary"] = "Raw bytes; the type is that of the file.", ["payload"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } };
        messages["probe"] = new JsonObject { ["name"] = "probe", ["contentType"] = "application/octet-stream", ["payload"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } };
        foreach (string name in s_noReading)
        {
            messages[name] = Message(name, Json, Shape(name));
        }

        return messages;
    }

    private static JsonObject Message(string name, string contentType, JsonObject schema) => new()
    {
        ["name"] = name,
        ["contentType"] = contentType,
        ["payload"] = new JsonObject { ["schemaFormat"] = Schemas, ["schema"] = schema },
        ["x-example"] = $"./examples/{name}.json",
    };

    private static JsonObject ReadingOf(string kind) => new()
    {
        ["allOf"] = new JsonArray(Shape("reading"), new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["const"] = SchemaIds.TypeOf(kind) },
                ["dataschema"] = new JsonObject { ["const"] = SchemaIds.SchemaOf(kind) },
                ["data"] = Shape(kind),
            },
        }),
    };

    /// <remarks>As in its own file, which names the reading by its urn: tools that read AsyncAPI look for files.</remarks>
    private static JsonObject Batch() => new() { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = BatchWriter.MostReadings, ["items"] = Shape("reading") };

    private static JsonObject Parameter(string name, string text)
    {
        var parameter = new JsonObject { ["description"] = text };
        switch (name)
        {
            case "root":
                parameter["default"] = Topics.DefaultRoot;
                break;
            case "lane":
                parameter["enum"] = new JsonArray("alarm", "event", "telemetry");
                break;
            case "kind":
                parameter["examples"] = new JsonArray([.. PlatformKinds.All.Keys.Select(static kind => (JsonNode)kind)]);
                break;
        }

        return parameter;
    }

    private static string Spell(string address) => address.Replace($"/{Topics.Shard("{gw}")}/", "/{shard}/", StringComparison.Ordinal);

    private static JsonObject Shape(string name) => Ref($"./schemas/{name}.schema.json");

    private static JsonObject Mqtt(JsonObject binding) => new() { ["mqtt"] = binding };

    private static JsonObject Ref(string target) => new() { ["$ref"] = target };

    private static KeyValuePair<string, JsonNode?> Pair(string key, JsonNode value) => new(key, value);

    private sealed record Channel(string Id, string Address, bool Up, bool Retained, IReadOnlyList<string> Messages, string Text);
}
