using System.Net.WebSockets;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Kiosk.Xfs4Iot;

/// <summary>The twin behaves as the framework that was measured (kiosk.md section 1), and tells on whoever sends what must not be sent.</summary>
public sealed class XfsKioskTwinTests
{
    private static readonly XfsKioskProfile s_busy = RunningKiosk.Quiet with
    {
        Vendor = true, LeakEvery = 1,
        Day = new KioskDayProfile { Rate = 20, Receipts = 6, Jam = 0, Care = TimeSpan.FromSeconds(5), TamperEvery = 8, TamperFor = TimeSpan.FromSeconds(5), PowerCutEvery = 0 },
    };

    [Fact]
    public async Task GetServices_OfTheNewGeneration_TellsAnEventAndEightServicesAndTakesNoOldVersion()
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet);
        await using XfsProbe probe = await kiosk.PublisherAsync();

        Assert.Equal("internalError", XfsProbe.Code(await probe.CompletionAsync("ServicePublisher.GetServices", 1, "1.0")));
        JsonNode book = await probe.CompletionAsync("ServicePublisher.GetServices", 2);

        string[] services = [.. book["payload"]!["services"]!.AsArray().Select(one => one!["serviceURI"]!.GetValue<string>())];
        Assert.Equal(8, services.Length);
        Assert.Contains($"ws://{kiosk.Host}/xfs4iot/v1.0/IdSlot/", services);
        Assert.Equal(["acknowledge", "completion", "acknowledge", "event", "completion"], probe.Heard.Select(XfsProbe.Type));
        Assert.Empty(kiosk.Breaches);
    }

    [Fact]
    public async Task GetServices_OfTheOldGeneration_HasAnotherPathSpellingAndVersion()
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet with { Old = true, Vendor = true });
        await Assert.ThrowsAsync<WebSocketException>(kiosk.PublisherAsync);
        await using XfsProbe probe = await XfsProbe.DialAsync(kiosk.Port, "/XFS4IoT/v1.0");

        JsonNode book = await probe.CompletionAsync("ServicePublisher.GetServices", 1, "1.0");
        Assert.Equal(9, book["payload"]!["services"]!.AsArray().Count(one => one!["serviceUri"] is not null));
        await using XfsProbe printer = await XfsProbe.DialAsync(kiosk.Port, "/XFS4IoT/v1.0/Receipt/");
        Assert.Equal("unsupportedCommand", XfsProbe.Code(await printer.CompletionAsync("Common.Status", 1)));
        JsonNode status = await printer.CompletionAsync("Common.Status", 2, "1.0");
        Assert.NotNull(status["payload"]!["printer"]!["retractBins"]);
    }

    [Fact]
    public async Task Upgrade_ForeignHostOrPath_Is404AndAnUnknownServiceIsThePublisher()
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet with { Host = "localhost:5846" });

        await Assert.ThrowsAsync<WebSocketException>(kiosk.PublisherAsync);
        await Assert.ThrowsAsync<WebSocketException>(() => XfsProbe.DialAsync(kiosk.Port, "/XFS4IoT/v1.0", "localhost:5846"));
        using var http = new HttpClient();
        using var plain = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{kiosk.Port}/xfs4iot/v1.0") { Headers = { Host = "localhost:5846" } };
        Assert.Equal(400, (int)(await http.SendAsync(plain)).StatusCode);
        await using XfsProbe nowhere = await XfsProbe.DialAsync(kiosk.Port, "/xfs4iot/v1.0/Nowhere/", "localhost:5846");
        JsonNode book = await nowhere.CompletionAsync("ServicePublisher.GetServices", 1);
        Assert.StartsWith("ws://localhost:5846/", book["payload"]!["services"]![0]!["serviceURI"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FourCommands_OneAfterTheOther_AreAnsweredAndAreNoBreach()
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet with { SlowEvery = 1, SlowBy = TimeSpan.FromMilliseconds(100) });
        await using XfsProbe slot = await kiosk.ServiceAsync("idslot");

        JsonNode capabilities = await slot.CompletionAsync("Common.Capabilities", 1);
        JsonNode status = await slot.CompletionAsync("Common.Status", 2);
        JsonNode storage = await slot.CompletionAsync("Storage.GetStorage", 3);

        Assert.Contains(capabilities["payload"]!["interfaces"]!.AsArray(), one => one!["commands"]!["Storage.GetStorage"] is not null);
        Assert.Equal(("3.0", "notPresent"), (status["header"]!["version"]!.GetValue<string>(), status["payload"]!["cardReader"]!["media"]!.GetValue<string>()));
        Assert.Equal("retain", storage["payload"]!["storage"]!["unitBIN1"]!["card"]!["capabilities"]!["type"]!.GetValue<string>());
        Assert.DoesNotContain("null", status.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["Common.Capabilities", "Common.Status", "Storage.GetStorage"], kiosk.Commands);
        Assert.Empty(kiosk.Breaches);
    }

    [Theory]
    [InlineData("{\"header\":")]
    [InlineData("""{"header":{"type":"command","name":"Common.Status","requestId":"1","version":"2.0"}}""")]
    [InlineData("""{"header":{"type":"command","name":"Printer.PrintRaw","requestId":1,"version":"2.0"}}""")]
    public async Task Message_ThatEndsTheProcess_DropsEverybodyWithoutGoodbyeAndIsNoted(string message)
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet);
        await using XfsProbe bystander = await kiosk.ServiceAsync("Board");
        await using (XfsProbe careless = await kiosk.ServiceAsync("IdSlot"))
        {
            await careless.SayAsync(message);
            await Soon.TrueAsync(() => careless.IsOver && bystander.IsOver, "both links are over");
        }

        Assert.Null(bystander.Goodbye);
        Assert.Contains(kiosk.Breaches, what => what.StartsWith("kiosk killed by the gateway", StringComparison.Ordinal));
        await using XfsProbe again = await kiosk.ServiceAsync("Board");
        Assert.Equal("success", XfsProbe.Code(await again.CompletionAsync("Common.Status", 1)));
    }

    [Theory]
    [InlineData("""{"header":{"type":"command","name":"Kiosk.Dance","requestId":1,"version":"2.0"}}""")]
    [InlineData("""{"payload":{}}""")]
    [InlineData("""{"header":{"type":"event","name":"Common.StatusChangedEvent","version":"2.0"}}""")]
    public async Task Message_ThatIsNoCommand_DropsOnlyItsLinkAndIsNoted(string message)
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet);
        await using XfsProbe bystander = await kiosk.ServiceAsync("Board");
        await using XfsProbe careless = await kiosk.ServiceAsync("IdSlot");

        await careless.SayAsync(message);
        await Soon.TrueAsync(() => careless.IsOver, "its link is over");

        Assert.Equal("success", XfsProbe.Code(await bystander.CompletionAsync("Common.Status", 1)));
        Assert.DoesNotContain("killed", Assert.Single(kiosk.Breaches), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_WithoutManners_IsNoted()
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet with { SlowEvery = 1, SlowBy = TimeSpan.FromMilliseconds(300) });
        await using XfsProbe slot = await kiosk.ServiceAsync("IdSlot");

        await slot.AskAsync("Common.Status", 1);
        await slot.CompletionAsync("Common.Capabilities", 2);
        await slot.CompletionAsync("Common.Capabilities", 3);
        await slot.CompletionAsync("Common.Status", 4);
        await slot.CompletionAsync("CardReader.ReadRawData", 5);
        await slot.CompletionAsync("Common.Status", 0);

        Assert.Contains("a second command before the first was answered", kiosk.Breaches);
        Assert.Contains("Capabilities twice on one link", kiosk.Breaches);
        Assert.Contains(kiosk.Breaches, what => what.StartsWith("Status ", StringComparison.Ordinal));
        Assert.Contains("CardReader.ReadRawData is none of the four commands", kiosk.Breaches);
        Assert.Contains("requestId below 1", kiosk.Breaches);
    }

    [Fact]
    public async Task Day_OfABusyKiosk_TellsOfEverythingAndOfAlarmsThatNobodyCouldMiss()
    {
        await using var kiosk = new RunningKiosk(s_busy, 20);
        var probes = new List<XfsProbe>();
        foreach (string service in new[] { "IdSlot", "Receipt", "A4", "Camera", "Barcode", "Finger", "Cash", "Board", "Technician" })
        {
            probes.Add(await kiosk.ServiceAsync(service));
            await probes[^1].CompletionAsync("Common.Status", 1);
            await probes[^1].CompletionAsync("Common.Capabilities", 2);
        }

        await kiosk.Living.WaitAsync(TimeSpan.FromSeconds(60));

        string all = string.Join('\n', probes.SelectMany(probe => probe.Heard).Select(one => one.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
        foreach (string name in new[] { "Common.StatusChangedEvent", "Common.ErrorEvent", "CardReader.MediaRemovedEvent", "Printer.PaperThresholdEvent", "Storage.CountsChangedEvent", "VendorMode.ModeEnteredEvent", "CardReader.ReadRawData" })
        {
            Assert.Contains(name, all, StringComparison.Ordinal);
        }

        Assert.All(probes.SelectMany(probe => probe.Heard).Where(one => XfsProbe.Name(one).EndsWith("Event", StringComparison.Ordinal)), one => Assert.Equal(("event", false), (XfsProbe.Type(one), one["header"]!.AsObject().ContainsKey("requestId"))));
        Assert.Contains(kiosk.Seeds.Words, word => all.Contains(word, StringComparison.Ordinal));
        TruthLine[] alarms = [.. kiosk.Ledger.Lines.Where(line => line.Kind == "kiosk.alarm")];
        Assert.Equal(["door-open", "tamper"], alarms.Where(line => line.IsAccepted && line.Facts!["module"] == "Board").Select(line => line.Facts!["alarm"]).Distinct().Order(StringComparer.Ordinal));
        bool[] shaken = [.. alarms.Where(line => line.Facts!["alarm"] == "tamper" && line.Facts["active"] == "true").Select(line => line.IsAccepted)];
        Assert.Equal([true, true], shaken);
        Assert.Empty(kiosk.Breaches);
        await Task.WhenAll(probes.Select(probe => probe.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Day_WithNobodyThere_PromisesNoAlarm()
    {
        await using var kiosk = new RunningKiosk(s_busy with { Day = s_busy.Day with { Rate = 40, TamperEvery = 3, Care = TimeSpan.FromMilliseconds(50), TamperFor = TimeSpan.FromMilliseconds(20) } }, 12);

        await Soon.TrueAsync(() => kiosk.Ledger.Lines.Count(line => line.Kind == "kiosk.alarm") > 2, "alarms came and went");
        await kiosk.DisposeAsync();

        TruthLine[] alarms = [.. kiosk.Ledger.Lines.Where(line => line.Kind == "kiosk.alarm")];
        Assert.DoesNotContain(alarms, line => line.IsAccepted);
        Assert.All(alarms.GroupBy(line => line.Facts!["alarm"]), own => Assert.Equal(own.Select((_, at) => at % 2 == 0 ? "true" : "false"), own.Select(line => line.Facts!["active"])));
        Assert.Contains(alarms, line => line.Facts!["active"] == "false");
    }

    [Fact]
    public async Task End_WhileAnAlarmStands_NotesItAllTheSame()
    {
        await using var kiosk = new RunningKiosk(s_busy with { Day = s_busy.Day with { Rate = 40, TamperEvery = 1, TamperFor = TimeSpan.FromMinutes(5) } }, 1);
        await using XfsProbe board = await kiosk.ServiceAsync("Board");
        JsonNode? sensor = null;
        for (int id = 1; sensor?.GetValue<string>() != "on"; id++)
        {
            sensor = (await board.CompletionAsync("Common.Status", id))["payload"]!["auxiliaries"]!["tamperSensor"];
        }

        await kiosk.DisposeAsync();

        Assert.Equal("tamper", Assert.Single(kiosk.Ledger.Lines, line => line.Kind == "kiosk.alarm").Facts!["alarm"]);
    }

    [Fact]
    public async Task Troubles_OfEverySort_AreSeenByAClientAndPass()
    {
        await using var kiosk = new RunningKiosk(RunningKiosk.Quiet);
        await using (XfsProbe slot = await kiosk.ServiceAsync("Barcode"))
        {
            kiosk.Trouble.Burst(50);
            await Soon.TrueAsync(() => slot.Heard.Count == 100, "a storm of events");
            kiosk.Trouble.CutInside(1);
            await Soon.TrueAsync(() => slot.IsOver, "it broke in the middle of a message");
        }

        await using (XfsProbe silent = await kiosk.ServiceAsync("IdSlot"))
        {
            kiosk.Trouble.Silence(DateTimeOffset.UtcNow.AddMilliseconds(300));
            Assert.Equal("success", XfsProbe.Code(await silent.CompletionAsync("Common.Status", 1)));
            Assert.True(kiosk.Trouble.SilentUntil() <= DateTimeOffset.UtcNow);
            kiosk.Trouble.Garbage(1);
            kiosk.Trouble.Disconnect(DateTimeOffset.UtcNow.AddMinutes(5));
            await Soon.TrueAsync(() => silent.IsOver, "it is away");
        }

        await Assert.ThrowsAsync<WebSocketException>(() => kiosk.ServiceAsync("IdSlot"));
        Assert.Empty(kiosk.Breaches);
    }
}
