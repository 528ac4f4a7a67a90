using System.Text;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Tests.Protocol.Vda5050;

public sealed class VdaReaderTests
{
    [Theory]
    [InlineData("2026-11-22T03:32:00.123Z", "2026-11-22T03:32:00.123+00:00")]
    [InlineData("2026-11-22T03:32:00Z", "2026-11-22T03:32:00+00:00")]
    [InlineData("2026-11-22T03:32:00", "2026-11-22T03:32:00+00:00")]
    [InlineData("2026-11-22T11:32:00.1+08:00", "2026-11-22T03:32:00.1+00:00")]
    [InlineData("2026-11-22T03:32:00.123456789Z", "2026-11-22T03:32:00.1234567+00:00")]
    [InlineData("12:00", null)]
    [InlineData("", null)]
    [InlineData("2026-13-22T03:32:00Z", null)]
    public void Header_Time_IsReadAsTheStandardWritesIt(string text, string? expected)
    {
        var header = State($$"""{ "timestamp": "{{text}}" }""")!.Header;

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), header.Time);
        Assert.Equal(text, header.TimeText);
    }

    [Theory]
    [InlineData("\"headerId\": 4294967295", 4294967295L)]
    [InlineData("\"headerId\": \"17\"", 17L)]
    [InlineData("\"headerId\": 4294967296", null)]
    [InlineData("\"headerId\": -1", null)]
    [InlineData("\"headerId\": 1.5", null)]
    [InlineData("\"other\": 1", null)]
    public void Header_Counter_IsAnUnsignedNumberOf32Bits(string json, long? expected) => Assert.Equal(expected, State($"{{ {json} }}")!.Header.Id);

    [Theory]
    [InlineData("3.0.0", 3)]
    [InlineData("2.1", 2)]
    [InlineData("x", null)]
    public void Header_Major_IsItsFirstDigit(string version, int? major) => Assert.Equal(major, State($$"""{ "version": "{{version}}" }""")!.Header.Major);

    [Theory]
    [InlineData("ONLINE", true)]
    [InlineData("HIBERNATING", true)]
    [InlineData("OFFLINE", false)]
    [InlineData("CONNECTIONBROKEN", false)]
    [InlineData("CONNECTION_BROKEN", false)]
    [InlineData("online", null)]
    public void Connection_Word_IsOfEitherVersion(string word, bool? online)
    {
        var connection = VdaReader.Connection(Encoding.UTF8.GetBytes($$"""{ "connectionState": "{{word}}" }"""), out _);

        Assert.Equal((word, online), (connection!.State, connection.IsOnline));
    }

    [Theory]
    [InlineData("""{ "velocity": { "vx": 3, "vy": 4 } }""", 5.0, 0)]
    [InlineData("""{ "velocity": { "vx": -3 } }""", 3.0, 0)]
    [InlineData("""{ "velocity": { "vx": 1e300, "vy": 1e300 } }""", null, 1)]
    [InlineData("""{ "velocity": { "vx": 1e400 } }""", null, 0)]
    [InlineData("""{ "batteryState": { "batteryCharge": 101 } }""", null, 1)]
    [InlineData("""{ "agvPosition": { "x": 1 } }""", null, 1)]
    [InlineData("""{ "agvPosition": 7, "velocity": [], "batteryState": null, "safetyState": "x", "errors": {}, "actionStates": 1 }""", null, 0)]
    public void State_ImpossibleValues_AreLeftOutAndCounted(string json, double? speed, int nonsense)
    {
        var state = State(json)!;

        Assert.Equal((speed, nonsense), (state.SpeedMps, state.Nonsense));
    }

    [Fact]
    public void State_TextWithoutEnd_IsCut()
    {
        string text = new('x', 50_000);

        var state = State($$"""{ "orderId": "{{text}}", "errors": [ { "errorType": "{{text}}", "errorLevel": "FATAL", "errorDescription": "{{text}}" } ] }""")!;

        Assert.Equal((512, 512), (state.OrderId!.Length, state.Errors!.Single().Description!.Length));
    }

    [Fact]
    public void State_OfBothLists_HasTheActionsOfBoth()
    {
        var state = State("""{ "actionStates": [ { "actionId": "a", "actionStatus": "RUNNING" }, { "actionId": "b" }, 7 ], "instantActionStates": [ { "actionId": "c", "actionStatus": "FINISHED" } ] }""")!;

        Assert.Equal([("a", false), ("c", true)], state.Actions.Select(action => (action.Id, action.IsOver)));
    }

    [Theory]
    [InlineData("", VdaFaults.NotJson)]
    [InlineData("[]", VdaFaults.NotAnObject)]
    [InlineData("{\"a\":1", VdaFaults.NotJson)]
    [InlineData("{\"orderId\":\"\\ud800\"}", VdaFaults.NotJson)]
    public void Read_NoMessage_IsAFault(string text, string fault)
    {
        Assert.Null(VdaReader.State(Encoding.UTF8.GetBytes(text), out string? seen));
        Assert.Equal(fault, seen);
    }

    [Fact]
    public void Read_TooLargeOrTooDeep_IsAFault()
    {
        Assert.Null(VdaReader.State(new byte[VdaReader.MostBytes + 1], out string? large));
        Assert.Null(VdaReader.State(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40)), out string? deep));
        Assert.Equal((VdaFaults.TooLarge, VdaFaults.NotJson), (large, deep));
    }

    [Theory]
    [InlineData("uagv/v2/ACME/R2/state", "state")]
    [InlineData("uagv/v2/ACME/R2/", "")]
    [InlineData("uagv/v2/ACME/R22/state", null)]
    [InlineData("uagv/v3/ACME/R2/state", null)]
    public void Robot_NameOf_IsTheLastLevelOfItsOwnTopics(string topic, string? name) => Assert.Equal(name, new VdaRobot("uagv", 2, "ACME", "R2").NameOf(topic));

    private static VdaState? State(string json) => VdaReader.State(Encoding.UTF8.GetBytes(json), out _);
}
