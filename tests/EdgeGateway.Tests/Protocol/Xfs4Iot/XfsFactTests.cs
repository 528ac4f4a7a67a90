using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>What services tell by themselves (kiosk.md sections 2.1 and 2.2).</summary>
public sealed class XfsFactTests
{
    [Theory]
    [InlineData("Printer.PaperThresholdEvent", """{"paperSource":"upper","threshold":"low"}""", "printer.paper.upper", "low")]
    [InlineData("Printer.TonerThresholdEvent", """{"state":"out"}""", "printer.toner", "out")]
    [InlineData("Printer.InkThresholdEvent", """{"state":"low"}""", "printer.ink", "low")]
    [InlineData("Printer.LampThresholdEvent", """{"state":"fading"}""", "printer.lamp", "fading")]
    [InlineData("Printer.RetractBinThresholdEvent", """{"binNumber":2,"state":"high"}""", "printer.retractBins.2.state", "high")]
    [InlineData("Camera.MediaThresholdEvent", """{"camera":"room","threshold":"full"}""", "camera.media.room", "full")]
    public void Threshold_IsAChangeOfTheStatus(string name, string payload, string path, string state)
    {
        var fact = XfsSaid.Event(name, payload);

        Assert.Equal(XfsFactKind.Threshold, fact.Kind);
        Assert.Equal((path, state), (fact.Change.Values.Single().Key, fact.Change.Values.Single().Value.Text));
        Assert.True(fact.Change.Values.Single().Value.IsKnown);
    }

    [Theory]
    [InlineData("Printer.PaperThresholdEvent", """{"paperSource":"张三","threshold":"low"}""")]
    [InlineData("Printer.PaperThresholdEvent", """{"paperSource":"a.b","threshold":"low"}""")]
    [InlineData("Printer.PaperThresholdEvent", """{"threshold":"low"}""")]
    [InlineData("Printer.PaperThresholdEvent", """{"paperSource":"upper"}""")]
    [InlineData("Printer.RetractBinThresholdEvent", """{"binNumber":-2,"state":"high"}""")]
    [InlineData("Printer.TonerThresholdEvent", "[]")]
    public void Threshold_OfNothing_ChangesNothing(string name, string payload) => Assert.True(XfsSaid.Event(name, payload).Change.IsEmpty);

    [Theory]
    [InlineData("CardReader.MediaRemovedEvent", "{}", "")]
    [InlineData("CardReader.MediaDetectedEvent", """{"position":"exit","track2":"MTIz"}""", "position=exit")]
    [InlineData("CardReader.CardActionEvent", """{"from":"transport","to":"unitBIN1","cardData":"x"}""", "from=transport to=unitBIN1")]
    [InlineData("Printer.MediaAutoRetractedEvent", """{"result":"张三"}""", "result=(withheld)")]
    [InlineData("cashmanagement.itemstakenevent", """{"position":"outDefault","amount":500}""", "position=outDefault")]
    public void Media_SaysOnlyItsPlaces(string name, string payload, string expected)
    {
        var fact = XfsSaid.Event(name, payload);

        Assert.Equal(XfsFactKind.Media, fact.Kind);
        Assert.Equal(expected, string.Join(' ', fact.Words.Select(pair => $"{pair.Key}={pair.Value.Text}")));
        Assert.True(fact.Change.IsEmpty);
    }

    [Theory]
    [InlineData("VendorMode.ModeEnteredEvent", true, false)]
    [InlineData("VendorMode.ModeExitedEvent", false, false)]
    [InlineData("VendorMode.EnterModeRequestEvent", false, true)]
    public void VendorMode_BeginsAndEndsMaintenance(string name, bool isMaintenance, bool asks)
    {
        var fact = XfsSaid.Event(name, "{}");

        Assert.Equal((isMaintenance, asks), (XfsHealth.IsMaintenance(fact.Change), fact.AsksStatus));
    }

    [Theory]
    [InlineData("""{"cabinetDoor":"open"}""")]
    [InlineData("""{"auxiliaries":{"cabinetDoor":"open"}}""")]
    public void AuxiliaryStatus_OfTheOlderGeneration_IsAChange(string payload) =>
        Assert.True(XfsSaid.Event("Auxiliaries.AuxiliaryStatusEvent", payload).Change.Is("auxiliaries.cabinetDoor", "open"));

    [Fact]
    public void StorageChanged_SaysOneUnit_TheOthersStay()
    {
        var storage = XfsSaid.Completion("Storage.GetStorage", """{"storage":{"A":{"capacity":50,"status":"ok","card":{"capabilities":{"type":"dispense"},"status":{"count":9,"replenishmentStatus":"ok"}}},"B":{"status":"ok"}}}""").Storage!;
        var fact = XfsSaid.Event("Storage.StorageThresholdEvent", """{"A":{"card":{"status":{"count":3,"replenishmentStatus":"low"}}}}""");

        var after = storage.With(fact.Storage!);

        Assert.True(fact.AsksStorage);
        Assert.Equal(new XfsSupply("A", "card-stock", "low", false, 3, 50), Assert.Single(XfsSupply.In(XfsTree.Empty, after)));
        Assert.Equal(6, XfsSupply.In(XfsTree.Empty, after)[0].LevelPercent);
        Assert.Equal(2, after.Units.Count);
        Assert.Equal("low", XfsSaid.Event("Storage.StorageChangedEvent", """{"storage":{"A":{"card":{"status":{"replenishmentStatus":"low"}}}}}""").Storage!.Units["A"].Replenishment!.Value.Text);
    }

    [Fact]
    public void Storage_OtherContents_TellLevelsAndNoMoney()
    {
        var storage = XfsSaid.Completion("Storage.GetStorage", """
            {"storage":{"R":{"capacity":10,"printer":{"status":{"initial":0,"in":4,"replenishmentStatus":"ok"}}},
             "C":{"cash":{"configuration":{"types":{"cashIn":true}},"status":{"count":500,"replenishmentStatus":"high"}}},"K":{"check":{"status":{"replenishmentStatus":"empty"}}},
             "P":{"card":{"capabilities":{"type":"park"},"status":{"count":1}}},"张三":{"capacity":1},"N":7}}
            """).Storage!;

        Assert.Equal(
            [new XfsSupply("C", "cash-box", "high", true), new XfsSupply("K", "retain-bin", "ok", true), new XfsSupply("R", "retain-bin", "ok", true, 4, 10)],
            XfsSupply.In(XfsTree.Empty, storage));
        Assert.Equal(["C", "K", "P", "R"], storage.Units.Keys);
    }

    [Fact]
    public void Storage_UnitsWithoutEnd_AreBounded()
    {
        string units = string.Join(',', Enumerable.Range(0, 200).Select(number => $"\"U{number}\":{{\"capacity\":1}}"));
        var storage = XfsSaid.Completion("Storage.GetStorage", $$$$"""{"storage":{{{{{units}}}}}}""").Storage!;
        var other = XfsSaid.Completion("Storage.GetStorage", $$$$"""{"storage":{{{{{units.Replace("U", "V", StringComparison.Ordinal)}}}}}}""").Storage!;

        Assert.Equal(XfsStorage.Most, storage.Units.Count);
        Assert.Equal(XfsStorage.Most, storage.With(other).Units.Count);
    }

    [Theory]
    [InlineData("E1207 write failed", "E1207")]
    [InlineData("ERR-41: jam", "ERR-41")]
    [InlineData("E1207", "E1207")]
    [InlineData("E1207 1101 0519 4912", null)]
    [InlineData("E123456 jam", null)]
    [InlineData("jam E1207", null)]
    [InlineData("1207 jam", null)]
    [InlineData("PAPER jam", null)]
    [InlineData("E12B7 jam", null)]
    [InlineData("-12 jam", null)]
    [InlineData("姓名张三 jam", null)]
    public void Error_VendorCode_IsOnlyWhatLooksLikeOne(string text, string? expected) =>
        Assert.Equal(expected, XfsSaid.Event("Common.ErrorEvent", $$$$"""{"eventId":"software","action":"reset","vendorDescription":"{{{{text}}}}"}""").Error!.VendorCode);

    [Fact]
    public void Error_WithNothing_IsStillOne()
    {
        var fact = XfsSaid.Event("Common.ErrorEvent", "{}");

        Assert.Equal(new XfsError(null, null, null, null), fact.Error);
        Assert.True(fact.AsksStatus);
    }
}
