using System.Text.RegularExpressions;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>A careless gateway can take a kiosk down (kiosk.md section 1.4): whatever comes, four commands go out, and no oftener than they may.</summary>
public sealed partial class Xfs4IotFenceTests
{
    private static readonly string[] s_hostile =
    [
        "", "{", "null", "[]", "\"x\"", "1e999", "{}", """{"header":null}""", """{"header":{}}""",
        """{"header":{"name":"CardReader.ReadRawData","requestId":1,"type":"command","version":"2.0"},"payload":{"track1":true}}""",
        """{"header":{"name":"Common.Reset","requestId":1,"type":"command","version":"2.0"}}""",
        """{"header":{"name":"Common.Status","requestId":"1","type":"completion","version":"2.0","completionCode":"success"},"payload":{}}""",
        """{"header":{"name":"Common.Status","requestId":99,"type":"completion","version":"2.0","completionCode":"success"},"payload":{"common":{"device":"fraudAttempt"}}}""",
        """{"header":{"name":"Common.Status","requestId":1,"type":"completion","version":"2.0","completionCode":"success"},"payload":{"common":{"device":"fraudAttempt"}}}""",
        """{"header":{"name":"Common.Capabilities","requestId":2147483648,"type":"completion","version":"2.0","completionCode":"success"},"payload":{}}""",
        """{"header":{"name":"Common.Status","requestId":1,"type":"acknowledge","version":"2.0","status":"tooManyRequests"}}""",
        """{"header":{"name":"CardReader.ReadRawData","requestId":1,"type":"completion","version":"3.0","completionCode":"success"},"payload":{"track2":{"data":"MTIzNA=="}}}""",
        """{"header":{"name":"Common.ErrorEvent","type":"event","version":"2.0"},"payload":{"eventId":"hardware","action":"reset"}}""",
        """{"header":{"name":"Printer.RetractBinStatusEvent","type":"event","version":"2.0"},"payload":{"binNumber":1,"state":"removed"}}""",
        """{"header":{"name":"Storage.StorageChangedEvent","type":"event","version":"2.0"},"payload":{"unitBIN1":{"status":"ok"}}}""",
        """{"header":{"name":"Common.StatusChangedEvent","type":"event","version":"3.0"},"payload":{"vendorMode":{"service":"active"}}}""",
        """{"header":{"name":"Vendor.DoThis","type":"unsolicited","version":"3.0"},"payload":{"command":{"header":{"name":"Common.Reset"}}}}""",
    ];

    [Fact]
    public void Driver_TakesNoOrders()
    {
        Assert.False(typeof(ICommandable).IsAssignableFrom(typeof(Xfs4IotDriver)));
        Assert.Empty(DriverCatalog.All.Single(driver => driver.Name == "kiosk-xfs4iot").Commands);
    }

    [Fact]
    public async Task Run_WhateverComes_OnlyTheFourCommandsGoOutAndAtTheirRate()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        kiosk.Storage["IdSlot"] = """{"storage":{}}""";
        await using var run = await KioskRun.SettledAsync(kiosk);
        const int Rounds = 12;
        for (int round = 1; round <= Rounds; round++)
        {
            foreach (string text in s_hostile)
            {
                await kiosk.SayAsync("IdSlot", text);
            }

            await kiosk.SayAsync("IdSlot", new string('x', 1_100_000));
            await run.UntilAsync(() => run.Faults(FaultKind.Garbled).Count(reason => reason == "message-too-large") == round, "all of it is read");
            run.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.All(kiosk.Sent, one => Assert.Matches(Allowed(), one.Text));
        Assert.InRange(kiosk.Count("IdSlot", "Common.Status"), 2, 1 + (Rounds * 5 / 10));
        Assert.InRange(kiosk.Count("IdSlot", "Storage.GetStorage"), 2, 1 + (Rounds * 5 / 10));
        Assert.Equal(1, kiosk.Count("IdSlot", "Common.Capabilities"));
        Assert.InRange(kiosk.Count("Receipt", "Common.Status"), 1, 2);
        Assert.Equal(3, kiosk.Heads.Count);
        Assert.Contains("sensitive-dropped-CardReader", run.Faults(FaultKind.Unsupported));
        Assert.DoesNotContain(run.Modules, one => one.Health == "alarm");
    }

    [Fact]
    public async Task Run_AServiceThatFlaps_IsAskedForItsStatusOnceInTenSeconds()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await using var run = await KioskRun.SettledAsync(kiosk);
        for (int i = 1; i <= 5; i++)
        {
            int heads = kiosk.Heads.Count;
            await kiosk.DropAsync("IdSlot");
            await run.UntilAsync(() => run.Faults(FaultKind.Unreachable).Count == i, "it is seen to be gone");
            for (int step = 0; kiosk.Heads.Count == heads; step++)
            {
                Assert.True(step < 1000, "it is dialled again");
                run.Time.Advance(TimeSpan.FromMilliseconds(20));
                await Task.Delay(5);
            }

            await kiosk.AnsweredAsync("IdSlot", "Common.Capabilities", i + 1);
        }

        int seconds = (int)run.Time.GetElapsedTime(0).TotalSeconds;
        Assert.InRange(kiosk.Count("IdSlot", "Common.Status"), 1, 1 + (seconds / 10));
    }

    [Fact]
    public async Task Connect_APublisherThatSendsElsewhere_IsNotFollowed()
    {
        await using var kiosk = new HandKiosk { SelfName = "10.255.255.1" };
        await using var run = await KioskRun.SettledAsync(kiosk);

        Assert.Contains(kiosk.Heads, head => head.Contains($"Host: 10.255.255.1:{kiosk.Port}\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_AnOlderPublisher_IsFoundBelowItsPathAndSpokenToInItsVersion()
    {
        await using var kiosk = new HandKiosk { Root = "/XFS4IoT/v1.0", OnlyVersion = "1.0" };
        await using var run = await KioskRun.StartAsync(kiosk, options: new Xfs4IotOptions { Host = "127.0.0.1", HostHeader = "localhost" });

        await kiosk.SettledAsync("IdSlot", 1);
        await run.PassUntilAsync(() => run.States.Count == 1, "it is told");
        Assert.Equal(2, kiosk.Count(string.Empty, "ServicePublisher.GetServices"));
        Assert.Equal("ok", run.Modules.Single().Health);
        Assert.All(kiosk.Heads, head => Assert.Contains($"Host: localhost:{kiosk.Port}\r\n", head, StringComparison.Ordinal));
        Assert.All(kiosk.Sent, one => Assert.Matches(Allowed(), one.Text));
    }

    [Fact]
    public async Task Connect_APublisherWithoutServices_IsBusy()
    {
        await using var kiosk = new HandKiosk { Services = [] };

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => KioskRun.StartAsync(kiosk));

        Assert.Equal((FaultKind.Busy, TimeSpan.FromSeconds(15)), (fault.Kind, fault.Wait));
    }

    [Fact]
    public async Task Run_NewServices_BeginsAnew()
    {
        await using var kiosk = new HandKiosk("IdSlot");
        await using var run = await KioskRun.SettledAsync(kiosk, options: new Xfs4IotOptions { Host = "127.0.0.1", SearchEvery = TimeSpan.FromSeconds(30) });
        kiosk.Services = ["IdSlot", "Receipt"];

        await run.PassUntilAsync(() => run.Running.IsCompleted, "the conversation ends");

        Assert.Equal(FaultKind.Ended, (await Assert.ThrowsAsync<DeviceFaultException>(() => run.Running)).Kind);
    }

    [Fact]
    public async Task Run_AStatusThatIsNotAllowed_IsNotAskedForAgain()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Codes["IdSlot/Common.Status"] = "authorisationRequired";
        await using var run = await KioskRun.SettledAsync(kiosk);

        run.Time.Advance(TimeSpan.FromSeconds(70));
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await run.UntilAsync(() => run.Modules.Count == 2, "it goes on");

        Assert.Equal(("unknown", 1), (run.Modules[0].Health, kiosk.Count("IdSlot", "Common.Status")));
        Assert.Contains("command-not-allowed", run.Faults(FaultKind.Refused));
    }

    [GeneratedRegex("""^\{"header":\{"name":"(ServicePublisher\.GetServices|Common\.Capabilities|Common\.Status|Storage\.GetStorage)","requestId":[1-9][0-9]*,"type":"command","version":"[12]\.0"\}\}$""")]
    private static partial Regex Allowed();
}
