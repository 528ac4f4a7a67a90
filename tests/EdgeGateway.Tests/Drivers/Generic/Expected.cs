using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic;

/// <summary>Holds readings against what was written down.</summary>
internal static class Expected
{
    public static void Readings(JsonArray wanted, IReadOnlyCollection<Reading> readings)
    {
        Assert.Equal(wanted.Select(one => one!["kind"]!.GetValue<string>()), readings.Select(reading => reading.Body.Kind));
        foreach (var (want, reading) in wanted.Zip(readings))
        {
            Assert.Equal(want!["lane"]!.GetValue<string>(), reading.Lane.ToString());
            var got = JsonSerializer.SerializeToNode(reading.Body, reading.Body.GetType(), BodyJson.Default)!;
            foreach (var (path, value) in want["data"]!.AsObject())
            {
                var found = JsonPick.At(got, path);
                Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString()}, got {found?.ToJsonString()} in {got.ToJsonString()}");
            }
        }
    }
}
