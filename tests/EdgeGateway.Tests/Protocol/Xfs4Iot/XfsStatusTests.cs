using System.Text;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>Sections 2.1 to 2.4 of kiosk.md: what is kept of a status, and what it means.</summary>
public sealed class XfsStatusTests
{
    [Theory]
    [InlineData("online", "ok", null, false)]
    [InlineData("starting", "starting", "info", false)]
    [InlineData("deviceBusy", "ok", null, true)]
    [InlineData("DEVICEBUSY", "ok", null, true)]
    [InlineData("offline", "offline", "major", false)]
    [InlineData("powerOff", "offline", "major", false)]
    [InlineData("noDevice", "absent", "major", false)]
    [InlineData("hardwareError", "fault", "major", false)]
    [InlineData("userError", "warning", "minor", false)]
    [InlineData("potentialFraud", "alarm", "critical", false)]
    [InlineData("fraudAttempt", "alarm", "critical", false)]
    [InlineData("melted", "warning", "minor", false)]
    public void Health_Device_IsAsTheTableHasIt(string device, string health, string? severity, bool isBusy)
    {
        var found = XfsHealth.Of(Status($$$$"""{"common":{"device":"{{{{device}}}}"}}"""));

        Assert.Equal((health, severity, isBusy), (found.Health, found.Severity, found.IsBusy));
    }

    [Fact]
    public void Health_DeviceThatNobodyExpects_MayBeAbsent() => Assert.Null(XfsHealth.Of(Status("""{"common":{"device":"noDevice"}}"""), isExpected: false).Severity);

    [Fact]
    public void Health_NothingSaid_IsUnknown() => Assert.Equal((KioskWords.Unknown, "major"), (XfsHealth.Of(XfsTree.Empty).Health, XfsHealth.Of(XfsTree.Empty).Severity));

    [Theory]
    [InlineData("\"cardReader\":{\"media\":\"jammed\"}", "fault")]
    [InlineData("\"cardReader\":{\"chipModule\":\"inoperable\"}", "fault")]
    [InlineData("\"printer\":{\"paper\":{\"upper\":\"out\"}}", "fault")]
    [InlineData("\"printer\":{\"paper\":{\"upper\":\"jammed\"}}", "fault")]
    [InlineData("\"printer\":{\"paper\":{\"upper\":\"low\"}}", "warning")]
    [InlineData("\"printer\":{\"paper\":{\"upper\":\"full\"}}", "ok")]
    [InlineData("\"printer\":{\"paper\":{\"upper\":\"plenty\"}}", "warning")]
    [InlineData("\"printer\":{\"lamp\":\"fading\"}", "warning")]
    [InlineData("\"printer\":{\"lamp\":\"inop\"}", "fault")]
    [InlineData("\"printer\":{\"retractBins\":[{\"state\":\"full\",\"count\":9}]}", "warning")]
    [InlineData("\"printer\":{\"retractBins\":[{\"state\":\"ok\"},{\"state\":\"missing\"}]}", "fault")]
    [InlineData("\"camera\":{\"media\":{\"room\":\"full\"}}", "warning")]
    [InlineData("\"camera\":{\"cameras\":{\"room\":\"inop\"}}", "fault")]
    [InlineData("\"barcodeReader\":{\"scanner\":\"inoperative\"}", "fault")]
    [InlineData("\"barcodeReader\":{\"scanner\":\"off\"}", "ok")]
    [InlineData("\"cashAcceptor\":{\"positions\":[{\"position\":\"inDefault\",\"shutter\":\"jammedOpen\"}]}", "fault")]
    [InlineData("\"cashAcceptor\":{\"intermediateStacker\":\"full\"}", "warning")]
    [InlineData("\"auxiliaries\":{\"safeDoor\":\"tampered\"}", "alarm")]
    [InlineData("\"auxiliaries\":{\"safeDoor\":\"locked\"}", "ok")]
    public void Health_PartStates_LowerIt(string parts, string expected) =>
        Assert.Equal(expected, XfsHealth.Of(Status($$$$"""{"common":{"device":"online"},{{{{parts}}}}}""")).Health);

    [Theory]
    [InlineData("userError", "jammed", "fault")]
    [InlineData("hardwareError", "present", "fault")]
    [InlineData("offline", "jammed", "offline")]
    [InlineData("starting", "jammed", "starting")]
    [InlineData("deviceBusy", "jammed", "fault")]
    public void Health_DeviceAndPart_TheWorseCounts(string device, string media, string expected) =>
        Assert.Equal(expected, XfsHealth.Of(Status($$$$"""{"common":{"device":"{{{{device}}}}"},"cardReader":{"media":"{{{{media}}}}"}}""")).Health);

    [Theory]
    [InlineData("online", "maintenance")]
    [InlineData("userError", "maintenance")]
    [InlineData("hardwareError", "maintenance")]
    [InlineData("offline", "offline")]
    [InlineData("fraudAttempt", "alarm")]
    public void Health_WhileSomebodyWorksAtIt_IsMaintenanceButForAlarms(string device, string expected)
    {
        Assert.Equal(expected, XfsHealth.Of(Status($$$$"""{"common":{"device":"{{{{device}}}}","exchange":"active"}}""")).Health);
        Assert.Equal(expected, XfsHealth.Of(Status($$$$"""{"common":{"device":"{{{{device}}}}"},"vendorMode":{"service":"active"}}""")).Health);
        Assert.Equal(expected, XfsHealth.Of(Status($$$$"""{"common":{"device":"{{{{device}}}}"}}"""), isMaintenance: true).Health);
    }

    [Fact]
    public void Health_UnknownWords_StayVisible()
    {
        var health = XfsHealth.Of(Status("""{"common":{"device":"online"},"cardReader":{"media":"halfIn","security":"张三"}}"""));

        Assert.Equal(["cardReader.media: halfIn", "cardReader.security: (withheld)"], health.Raw);
        Assert.Contains(new KioskPart("media", "halfIn"), health.Parts);
        Assert.Equal(KioskWords.Warning, health.Health);
    }

    [Theory]
    [InlineData("manipulated", "\"ok\"", "alarm")]
    [InlineData("missing", "\"ok\"", "fault")]
    [InlineData("inoperative", "\"ok\"", "fault")]
    [InlineData("ok", "\"full\"", "warning")]
    [InlineData("ok", "\"empty\"", "ok")]
    [InlineData("ok", "null", "ok")]
    public void Health_UnitThatFills_IsAsTheTableHasIt(string status, string level, string expected) => Assert.Equal(expected, Health(status, "retain", level));

    [Theory]
    [InlineData("\"full\"", "ok")]
    [InlineData("\"high\"", "ok")]
    [InlineData("\"low\"", "warning")]
    [InlineData("\"empty\"", "fault")]
    [InlineData("\"odd\"", "warning")]
    public void Health_UnitThatIsUsedUp_IsTheOtherWayRound(string level, string expected) => Assert.Equal(expected, Health("ok", "dispense", level));

    [Fact]
    public void Change_OverAStatus_LeavesTheRestAndReplacesLists()
    {
        var before = Status("""{"common":{"device":"online"},"printer":{"media":"present","retractBins":[{"state":"ok","count":1},{"state":"ok","count":2}]}}""");

        var after = before.With(Status("""{"printer":{"RetractBins":[{"state":"high","count":3}]}}"""));

        Assert.Equal(["printer.retractBins.1.count", "printer.retractBins.1.state", "printer.retractBins.2.count", "printer.retractBins.2.state"], before.ChangesTo(after));
        Assert.Null(after["printer.retractBins.2.state"]);
        Assert.Equal("present", after["printer.media"]!.Value.Text);
        Assert.Equal("ok", before["printer.retractBins.1.state"]!.Value.Text);
        Assert.Equal(new XfsSupply("retractBin1", "retain-bin", "high", true, 3), Assert.Single(XfsSupply.In(after)));
    }

    [Fact]
    public void Status_NamesOfAVendorWithoutEnd_AreBounded()
    {
        var status = XfsTree.Empty;
        for (int round = 0; round < 200; round++)
        {
            status = status.With(Status($$$$"""{"printer":{"paper":{{{{{string.Join(',', Enumerable.Range(0, 40).Select(tray => $"\"tray{round}x{tray}\":\"low\""))}}}}}}}"""));
            Assert.Equal(16, Status($$$$"""{"printer":{"paper":{{{{{string.Join(',', Enumerable.Range(0, 40).Select(tray => $"\"t{tray}\":\"low\""))}}}}}}}""").Values.Count);
        }

        Assert.Equal(XfsReader.MostPaths, status.Values.Count);
        Assert.Equal("out", status.With(Status("""{"printer":{"paper":{"tray0x0":"out"}}}"""))["printer.paper.tray0x0"]!.Value.Text);
    }

    [Fact]
    public void Alarms_EverySensor_IsFound()
    {
        var status = Status("""
            {"common":{"device":"potentialFraud","antiFraudModule":"deviceDetected"},
             "cashAcceptor":{"stackerItems":"customerAccess","positions":[{"position":"outDefault","transportStatus":"notEmptyCustomer"}]},
             "auxiliaries":{"safeDoor":"open","cabinetFrontDoor":"tampered","seismicSensor":"on","heatSensor":"on","internalTamperSensor":"on","UPS":{"engaged":true,"low":true}}}
            """);
        string[] expected =
        [
            "fraud critical device", "skimmer critical antiFraudModule", "cash-reachable critical stackerItems", "tamper critical cabinetFrontDoor", "heat major heatSensor",
            "tamper critical internalTamperSensor", "door-open critical safeDoor", "tilt major seismicSensor", "cash-reachable critical positions.outDefault.transportStatus", "on-battery major UPS",
        ];

        Assert.Equal(expected.Order(), Alarms(status).Order());
    }

    [Fact]
    public void Alarms_WhileSomebodyWorksAtIt_AreOnlyThoseThatNobodyMayCause()
    {
        var status = Status("""{"common":{"device":"hardwareError"},"printer":{"media":"jammed","paper":{"upper":"out"}},"auxiliaries":{"safeDoor":"tampered","cabinetDoor":"open"}}""");

        Assert.Equal(["device-error", "door-open", "jam", "supply-out", "tamper"], XfsAlarm.In(status).Select(alarm => alarm.Alarm).Order());
        Assert.Equal(["door-open", "tamper"], XfsAlarm.In(status, isMaintenance: true).Select(alarm => alarm.Alarm).Order());
    }

    [Theory]
    [InlineData("""{"common.device":"online"}""")]
    [InlineData("""{"camera.media":{"room":"high"}}""")]
    [InlineData("""{"auxiliaries":{"UPS.low":true}}""")]
    [InlineData("""{"common.*":"online"}""")]
    public void Status_NameWithAPoint_IsIgnoredAndJudged(string payload)
    {
        var message = XfsSaid.Completion("Common.Status", payload);

        Assert.Empty(message.Status!.Values);
        Assert.Equal(1, message.Ignored);
        Assert.Equal(KioskWords.Unknown, XfsHealth.Of(message.Status).Health);
        Assert.Empty(XfsAlarm.In(message.Status));
        Assert.Empty(XfsSupply.In(message.Status));
    }

    [Fact]
    public void Alarms_WhileSomebodyWorksAtIt_AreHushedAndNotOver()
    {
        var view = XfsAlarmView.Of(Status("""{"common":{"exchange":"active"},"printer":{"paper":{"upper":"out"}},"auxiliaries":{"cabinetDoor":"open"}}"""));

        Assert.Equal(["door-open False", "supply-out True"], view.All.Select(alarm => $"{alarm.Alarm} {alarm.IsHushed}"));
        Assert.False(view.IsOver("supply-out", "paper.upper"));
        Assert.True(XfsAlarmView.Of(Status("""{"common":{"exchange":"active"},"printer":{"paper":{"upper":"full"}}}""")).IsOver("supply-out", "paper.upper"));
    }

    [Theory]
    [InlineData("auxiliaries", "\"cabinetDoor\":\"closed\"", "door-open", "cabinetDoor", true)]
    [InlineData("auxiliaries", "\"cabinetDoor\":\"undefined\"", "door-open", "cabinetDoor", false)]
    [InlineData("auxiliaries", "\"cabinetDoor\":\"tampered\"", "door-open", "cabinetDoor", false)]
    [InlineData("auxiliaries", "\"cabinetDoor\":null", "door-open", "cabinetDoor", false)]
    [InlineData("auxiliaries", "", "door-open", "cabinetDoor", false)]
    [InlineData("auxiliaries", "\"UPS\":{\"low\":true}", "on-battery", "UPS", false)]
    [InlineData("auxiliaries", "\"UPS\":{\"engaged\":false}", "on-battery", "UPS", true)]
    [InlineData("common", "\"antiFraudModule\":\"inoperable\"", "skimmer", "antiFraudModule", false)]
    [InlineData("common", "\"antiFraudModule\":\"ok\"", "skimmer", "antiFraudModule", true)]
    [InlineData("printer", "\"paper\":{\"upper\":\"unknown\"}", "supply-out", "paper.upper", false)]
    [InlineData("printer", "\"paper\":{\"upper\":\"out\"}", "jam", "paper.upper", true)]
    [InlineData("cashAcceptor", "\"positions\":[{\"position\":\"in\",\"shutter\":\"closed\"}]", "jam", "positions.out.shutter", true)]
    [InlineData("cashAcceptor", "\"positions\":[{\"position\":\"out\",\"transport\":\"ok\"}]", "jam", "positions.out.shutter", false)]
    public void Alarms_EndOnlyByAWordThatSaysSo(string section, string member, string alarm, string name, bool isOver)
    {
        var status = Status($$$"""{"{{{section}}}":{{{{member}}}}}""");

        Assert.Equal(isOver, XfsAlarmView.Of(status).IsOver(alarm, name));
        Assert.Equal(isOver, XfsAlarmView.Of(XfsTree.Empty.With(status)).IsOver(alarm, name));
    }

    [Fact]
    public void Alarms_OfAUnit_EndWhenItIsWellOrNoMoreInTheStorage()
    {
        var storage = Storage("""{"C1":{"status":"ok","cash":{}},"C2":{"status":"inoperative","cash":{}}}""");

        Assert.True(XfsAlarmView.Of(XfsTree.Empty, storage).IsOver("cash-box-removed", "C1"));
        Assert.False(XfsAlarmView.Of(XfsTree.Empty, storage).IsOver("cash-box-removed", "C2"));
        Assert.True(XfsAlarmView.Of(XfsTree.Empty, storage).IsOver("cash-box-removed", "C3"));
        Assert.False(XfsAlarmView.Of(XfsTree.Empty).IsOver("cash-box-removed", "C3"));
        Assert.False(XfsAlarmView.Of(XfsTree.Empty, storage).IsOver("supply-out", "paper.upper"));
    }

    [Fact]
    public void Alarms_Units_AreFound()
    {
        var storage = Storage("""{"C1":{"status":"missing","cash":{}},"B1":{"status":"manipulated","card":{"capabilities":{"type":"retain"},"status":{"replenishmentStatus":"empty"}}},"S1":{"card":{"capabilities":{"type":"dispense"},"status":{"replenishmentStatus":"empty"}}}}""");

        Assert.Equal(["unit-manipulated B1", "cash-box-removed C1", "supply-out S1"], XfsAlarm.In(XfsTree.Empty, storage).Select(alarm => $"{alarm.Alarm} {alarm.Name}"));
        Assert.Equal(["unit-manipulated"], XfsAlarm.In(XfsTree.Empty, storage, true).Select(alarm => alarm.Alarm));
    }

    private static IEnumerable<string> Alarms(XfsTree status) => XfsAlarm.In(status).Select(alarm => $"{alarm.Alarm} {alarm.Severity} {alarm.Name}");

    private static string Health(string status, string type, string level) => XfsHealth.Of(
        Status("""{"common":{"device":"online"}}"""),
        Storage($$$$"""{"unit1":{"status":"{{{{status}}}}","card":{"capabilities":{"type":"{{{{type}}}}"},"status":{"replenishmentStatus":{{{{level}}}} } } } }""")).Health;

    private static XfsTree Status(string payload) => XfsSaid.Completion("Common.Status", payload).Status!;

    private static XfsStorage Storage(string units) => XfsSaid.Completion("Storage.GetStorage", $$$$"""{"storage":{{{{units}}}}}""").Storage!;
}
