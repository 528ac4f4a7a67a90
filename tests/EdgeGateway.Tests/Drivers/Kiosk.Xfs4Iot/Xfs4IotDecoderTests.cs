using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary><c>edgegateway decode xfs4iot</c> over several lines of one service.</summary>
public sealed class Xfs4IotDecoderTests
{
    private static readonly Dictionary<string, string> s_options = new() { ["received"] = "2026-01-05T01:10:10Z", ["service"] = "Receipt", ["device"] = "K7" };

    [Fact]
    public void Decode_StatusThenChange_KeepsTheStateOverTheLines()
    {
        var frames = Decode([.. XfsVectors.Steps("V06").Select(step => step["message"]!.ToJsonString()), "", " \r", "nonsense", XfsVectors.Steps("V12").First()["message"]!.ToJsonString()]);

        Assert.Equal([null, null, "not-json", "sensitive-dropped-CardReader"], frames.Select(frame => frame.Fault));
        Assert.Equal(["Common.Status", "Common.StatusChangedEvent"], frames.Take(2).Select(frame => frame.Type));
        Assert.Equal(["kiosk.module", "kiosk.consumable", "kiosk.consumable", "kiosk.consumable", "kiosk.consumable", "kiosk.alarm"], frames[0].Readings.Select(reading => reading.Body.Kind));
        Assert.Equal(["kiosk.module", "kiosk.consumable", "kiosk.alarm"], frames[1].Readings.Select(reading => reading.Body.Kind));
        var module = Assert.IsType<KioskModuleBody>(frames[1].Readings[0].Body);
        Assert.Equal(("Receipt", "Printer", "fault", "major"), (module.Module, module.Class, module.Health, module.Severity));
        Assert.Equal(["printer.paper.upper"], module.Changed!);
        Assert.Equal("out", Assert.IsType<KioskConsumableBody>(frames[1].Readings[1].Body).State);
        Assert.All(frames.SelectMany(frame => frame.Readings), reading => Assert.Equal(("K7", "kiosk-xfs4iot"), (reading.Device, reading.Driver)));
        Assert.Empty(frames[3].Readings);
        Assert.Null(frames[3].Fields);
    }

    [Theory]
    [InlineData("\"requestId\":0,", "0")]
    [InlineData("\"requestId\":null,", null)]
    [InlineData("", null)]
    [InlineData("\"requestId\":7,", "7")]
    public void Decode_RequestId_IsShownAsItWasWritten(string member, string? shown)
    {
        var frame = Assert.Single(Decode($$$"""{"header":{"name":"Common.StatusChangedEvent",{{{member}}}"type":"event"},"payload":{"cardReader":{"media":"present"} } }"""));

        Assert.Equal(shown, frame.Fields!["header"]!["requestId"]?.ToJsonString());
    }

    [Fact]
    public void Decode_AlarmThatEnds_IsToldOnceEachWay()
    {
        var frames = Decode(
            XfsVectors.Steps("V09").First()["message"]!.ToJsonString(),
            """{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":{"auxiliaries":{"cabinetDoor":"closed"}}}""",
            """{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":{"auxiliaries":{"cabinetDoor":"closed"}}}""");

        Assert.Equal(["door-open True", "tamper True", "on-battery True"], Alarms(frames[0]));
        Assert.Equal(["door-open False"], Alarms(frames[1]));
        Assert.Empty(frames[2].Readings);
    }

    [Fact]
    public void Decode_AlarmWhileATechnicianWorks_NeitherEndsNorBeginsAgain()
    {
        var frames = Decode([.. ((string[])
        [
            """{"common":{"device":"online"},"printer":{"paper":{"upper":"out"}}}""",
            """{"common":{"exchange":"active"},"printer":{"media":"jammed"}}""",
            """{"printer":{"paper":{"upper":"unknown"}}}""",
            """{"printer":{"media":"notPresent"}}""",
            """{"common":{"exchange":"inactive"},"printer":{"paper":{"upper":"out"}}}""",
            """{"printer":{"paper":{"upper":"full"}}}""",
        ]).Select((payload, place) => place == 0
            ? $$$"""{"header":{"name":"Common.Status","requestId":1,"type":"completion","completionCode":"success"},"payload":{{{payload}}}}"""
            : $$$"""{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":{{{payload}}}}""")]);

        Assert.All(frames, frame => Assert.Null(frame.Fault));
        Assert.Equal([["supply-out True"], [], [], [], [], ["supply-out False"]], frames.Select(Alarms));
    }

    [Fact]
    public void Decode_Error_TellsCodeAndScrubbedText()
    {
        var frame = Decode(XfsVectors.Steps("V08").Single()["message"]!.ToJsonString()).Single();
        var alarm = Assert.IsType<KioskAlarmBody>(frame.Readings.Single().Body);

        Assert.Equal(("device-error", "major", "E1207", "E1207 write failed card ***", "hardware/maintenance"), (alarm.Alarm, alarm.Severity, alarm.Code, alarm.Text, alarm.Name));
        Assert.Null(alarm.Active);
        Assert.Equal("E1207 write failed card ***", frame.Fields!["payload"]!["vendorDescription"]!.GetValue<string>());
    }

    /// <summary>The fields of a good message are the message, in the standard's names, for every vector but what is left out on purpose.</summary>
    [Theory]
    [InlineData("V01")]
    [InlineData("V02")]
    [InlineData("V03")]
    [InlineData("V04")]
    [InlineData("V05")]
    [InlineData("V09")]
    public void Decode_Fields_AreTheMessage(string name)
    {
        var message = XfsVectors.Steps(name).Last()["message"]!;
        string sent = name == "V09" ? XfsVectors.Steps(name).First()["message"]!.ToJsonString() : message.ToJsonString();

        var frame = Decode(sent).Single();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(frame.Fields!.ToJsonString())), $"{sent}\n{frame.Fields!.ToJsonString()}");
    }

    [Fact]
    public void Decode_StorageFields_AreTheUnitAsFarAsItIsRead()
    {
        var unit = Decode(XfsVectors.Steps("V10").First()["message"]!.ToJsonString()).Single().Fields!["payload"]!["storage"]!["unitBIN1"]!;

        Assert.Equal(
            """{"positionName":"unitBIN1","capacity":50,"status":"ok","card":{"capabilities":{"type":"retain"},"configuration":{"threshold":40},"status":{"initialCount":0,"count":40,"retainCount":40,"replenishmentStatus":"high"}}}""",
            unit.ToJsonString());
    }

    [Fact]
    public void Decode_CapabilitiesAndThreshold_AreShownInTheirOwnNames()
    {
        var frames = Decode(
            """{"header":{"name":"Common.Capabilities","requestId":3,"type":"completion","completionCode":"success"},"payload":{"interfaces":[{"name":"Printer","commands":{"Printer.PrintForm":{"versions":["1.0"]}}},{"name":"Common","commands":{"Common.Status":{"versions":["2.0"]}}}]}}""",
            """{"header":{"name":"Printer.PaperThresholdEvent","type":"event"},"payload":{"paperSource":"upper","threshold":"low"}}""");

        Assert.Equal("""{"interfaces":[{"name":"Printer"},{"name":"Common","commands":{"Common.Status":{"versions":["2.0"]}}}]}""", frames[0].Fields!["payload"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"paperSource":"upper","threshold":"low"}"""), JsonNode.Parse(frames[1].Fields!["payload"]!.ToJsonString())));
        Assert.Equal(["kiosk.consumable"], frames[1].Readings.Select(reading => reading.Body.Kind));
    }

    [Theory]
    [InlineData("received", "yesterday")]
    [InlineData("service", "张三")]
    [InlineData("service", "")]
    public void Decode_WrongOption_SaysSo(string name, string value) =>
        Assert.Equal("bad-option", new Xfs4IotDecoder(TimeProvider.System).Decode("{}"u8.ToArray(), new Dictionary<string, string> { [name] = value }).Single().Fault);

    [Theory]
    [InlineData("[]", "not-an-object")]
    [InlineData("{}", "bad-header")]
    public void Decode_BadLine_SaysWhy(string line, string fault)
    {
        var frame = Decode(line).Single();

        Assert.Equal(fault, frame.Fault);
        Assert.NotEmpty(frame.Why!);
    }

    private static string[] Alarms(DecodedFrame frame) => [.. frame.Readings.Select(reading => reading.Body).OfType<KioskAlarmBody>().Select(alarm => $"{alarm.Alarm} {alarm.Active}")];

    private static DecodedFrame[] Decode(params string[] lines) =>
        [.. new Xfs4IotDecoder(TimeProvider.System).Decode(Encoding.UTF8.GetBytes(string.Join("\n", lines)), s_options)];
}
