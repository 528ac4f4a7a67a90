using System.Reflection;
using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.House;

namespace EdgeGateway.Tests.Platform;

/// <summary>The AsyncAPI file names the topics that the code can spell, and what it points at is there.</summary>
public sealed class AsyncApiTests
{
    /// <summary>Filters and beginnings of topics: no message has them as its topic.</summary>
    private static readonly string[] s_noTopics = [nameof(Topics.Root), nameof(Topics.Down), nameof(Topics.CommandPrefix), nameof(Topics.PlatformPresence)];

    private static readonly JsonElement s_file = PlatformFiles.Json("asyncapi.json");

    [Fact]
    public void Channels_OfTheFile_AreTheTopicsOfTheCodeAndNoneMore() => Assert.Equal(Spelled().Order(StringComparer.Ordinal), Addresses().Order(StringComparer.Ordinal));

    [Fact]
    public void References_OfTheFile_LeadSomewhere()
    {
        var references = Members(s_file, "$ref").ToList();

        Assert.True(references.Count > 100);
        Assert.All(references, static reference => Assert.True(Leads(reference), reference));
    }

    [Fact]
    public void Examples_OfTheFile_AreThere() => Assert.All(
        Members(s_file, "x-example").Where(static file => file != "./examples/probe.json"), static file => Assert.True(File.Exists(Path.Combine(Repository.Root, PlatformFiles.Folder, file)), file));

    [Fact]
    public void Messages_OfTheReadingChannel_AreTheKinds() =>
        Assert.Equal(PlatformKinds.All.Keys, s_file.GetProperty("channels").GetProperty("reading").GetProperty("messages").EnumerateObject().Select(static one => one.Name));

    [Fact]
    public void Operations_OfTheFile_AreAtLeastOnceAndRetainedWhereTheContractSays()
    {
        var operations = s_file.GetProperty("operations").EnumerateObject().Select(static one => (one.Name, Mqtt: one.Value.GetProperty("bindings").GetProperty("mqtt"))).ToList();

        Assert.All(operations, static one => Assert.Equal(1, one.Mqtt.GetProperty("qos").GetInt32()));
        Assert.Equal(
            ["send-state", "send-device", "send-catalogue", "receive-presence"],
            operations.Where(static one => one.Mqtt.GetProperty("retain").GetBoolean()).Select(static one => one.Name));
    }

    /// <summary>Every topic that <see cref="Topics"/> spells, with the names of its parameters in their places.</summary>
    private static IEnumerable<string> Spelled()
    {
        var topics = new Topics("{root}", "{site}", "{gw}");
        var plain = typeof(Topics).GetProperties().Where(static one => !s_noTopics.Contains(one.Name))
            .Select(one => (string)one.GetValue(topics)! + (one.Name == nameof(Topics.PlatformPrefix) ? "{name}" : string.Empty));
        var named = from method in typeof(Topics).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    where !method.IsSpecialName
                    from arguments in Arguments(method.GetParameters())
                    select (string)method.Invoke(topics, arguments)!;
        return plain.Concat(named).Select(static topic => topic.Replace($"/{Topics.Shard("{gw}")}/", "/{shard}/", StringComparison.Ordinal).Replace("987654321", "{n}", StringComparison.Ordinal));
    }

    private static IEnumerable<object[]> Arguments(ParameterInfo[] parameters)
    {
        Lane[] lanes = parameters.Any(static one => one.ParameterType == typeof(Lane)) ? [Lane.Alarm, Lane.Event, Lane.Telemetry] : [Lane.Event];
        return lanes.Select(lane => parameters.Select(one => one.ParameterType == typeof(Lane) ? (object)lane : one.ParameterType == typeof(int) ? 987_654_321 : Placeholder(one.Name!)).ToArray());
    }

    private static string Placeholder(string parameter) => parameter switch
    {
        "device" => "{dev}",
        "kind" or "sha256" => $"{{{parameter}}}",
        _ => throw new InvalidOperationException($"{parameter}: a new sort of topic"),
    };

    /// <summary>Of all channels; where a parameter is a closed list, one for each of its words.</summary>
    private static IEnumerable<string> Addresses() =>
        from channel in s_file.GetProperty("channels").EnumerateObject()
        let address = channel.Value.GetProperty("address").GetString()!
        from one in address.Contains("{lane}", StringComparison.Ordinal) ? Lanes().Select(lane => address.Replace("{lane}", lane, StringComparison.Ordinal)) : [address]
        select one;

    private static IEnumerable<string> Lanes() => s_file.GetProperty("components").GetProperty("parameters").GetProperty("lane").GetProperty("enum").EnumerateArray().Select(static lane => lane.GetString()!);

    private static bool Leads(string reference)
    {
        if (reference.StartsWith("./", StringComparison.Ordinal))
        {
            return File.Exists(Path.Combine(Repository.Root, PlatformFiles.Folder, reference));
        }

        var at = s_file;
        return reference[2..].Split('/').All(step => at.TryGetProperty(step, out at));
    }

    private static IEnumerable<string> Members(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(one => one.Name == name && one.Value.ValueKind == JsonValueKind.String ? [one.Value.GetString()!] : Members(one.Value, name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(one => Members(one, name)),
        _ => [],
    };
}
