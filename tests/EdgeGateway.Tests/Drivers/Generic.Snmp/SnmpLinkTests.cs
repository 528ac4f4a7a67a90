using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

public sealed class SnmpLinkTests
{
    [Fact]
    public async Task Sleep_ShorterThanGrace_IsNoNews()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer with { Grace = TimeSpan.FromHours(1) });
        await bench.StartAsync();
        bench.Mute = true;
        await bench.RoundAsync(2);
        bench.Mute = false;
        await bench.RoundAsync();

        Assert.All(bench.Told<KioskStateBody>(), state => Assert.Equal("up", state.Link));
        Assert.Equal(2, bench.Host.Faults.Count(fault => fault == (FaultKind.Silent, "round-missing")));
    }

    [Fact]
    public async Task Silence_LongerThanGrace_IsToldOnceAndEndsTheConversation()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            await before.StartAsync();
            before.Mute = true;
            var end = Assert.IsType<DeviceFaultException>(await before.EndAsync());
            Assert.Equal(FaultKind.Silent, end.Kind);
            Assert.Equal(["up", "down"], before.Told<KioskStateBody>().Select(state => state.Link));
            Assert.Equal("unknown", before.Told<KioskStateBody>().Last().Health);
        }

        await using (var still = new SnmpBench(SnmpBench.Printer, memory: memory) { Mute = true })
        {
            var connect = still.ConnectAsync();
            while (!connect.IsCompleted)
            {
                still.Time.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(1);
            }

            Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => connect)).Kind);
        }

        await using var after = new SnmpBench(SnmpBench.Printer, memory: memory);
        await after.StartAsync();
        await after.RoundAsync();
        var back = Assert.Single(after.Told<KioskStateBody>(), state => state.Changed is ["link"]);
        Assert.Equal(("up", "ok"), (back.Link, back.Health));
        Assert.DoesNotContain(after.Told<KioskStateBody>(), state => state.Link == "down");
    }

    [Fact]
    public async Task Silence_DiskRefusesToTakeIt_IsToldWhenTheDeviceIsBackUnderItsKey()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("link", "1764000000000", default);
        await using var bench = new SnmpBench(SnmpBench.Printer, memory: memory);
        await bench.StartAsync();

        var told = bench.Sink.Entered.Where(reading => reading.Body is KioskStateBody { Changed: ["link"] }).ToList();
        Assert.Equal(["link/1764000000000/down", "link/1764000000000/up"], told.Select(reading => reading.RepeatKey));
        Assert.Equal(string.Empty, memory.Recall("link"));
    }

    [Fact]
    public async Task Answers_MissingLateOrUnderOtherIds_AreSurvived()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer, new SnmpTwinProfile { Faults = new SnmpFaultPlan { WrongIdEvery = 2 } });
        await bench.StartAsync();
        bench.Network.Say([0x30, 0x84, 0xFF]);
        bench.Network.Say([0x30, 0], new System.Net.IPEndPoint(System.Net.IPAddress.Parse("198.51.100.1"), 161));
        await bench.RoundAsync();

        Assert.Contains((FaultKind.Garbled, "answer-to-nobody"), bench.Host.Faults);
        Assert.Contains((FaultKind.Garbled, "ber-structure"), bench.Host.Faults);
        Assert.Contains((FaultKind.Garbled, "answer-from-a-stranger"), bench.Host.Faults);
        Assert.Equal("ok", bench.Told<KioskStateBody>().Single().Health);
    }

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Community_Wrong_IsSilence(SnmpVersion version)
    {
        await using var bench = new SnmpBench(SnmpBench.Printer with { Version = version }, new SnmpTwinProfile { Community = "secret" });
        var connect = bench.ConnectAsync();
        while (!connect.IsCompleted)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => connect)).Kind);
    }

    [Fact]
    public async Task Answer_UnderAnotherCommunity_IsNotUsed()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        var answer = bench.Network.Asked;
        bench.Network.Asked = bytes =>
        {
            // The same question under a longer name: its answer has our request id.
            bench.Network.Say(AgentBer.Wrap(0x30, [.. AgentBer.Whole(1), .. AgentBer.Wrap(0x04, [.. "publix"u8]), .. Pdu(bytes)]));
            answer(bytes);
        };
        await bench.StartAsync();

        Assert.Contains((FaultKind.Garbled, "answer-under-another-community"), bench.Host.Faults);
        Assert.Equal("ok", bench.Told<KioskStateBody>().Single().Health);
    }

    [Fact]
    public async Task Run_AnyProfile_AsksNothingOfPeopleAndSetsNothing()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        await bench.StartAsync();

        Assert.Equal(0, bench.Agent.SetsRefused);
        string[] personal = ["1.3.6.1.2.1.1.4", "1.3.6.1.2.1.1.6", "1.3.6.1.2.1.43.5.", "1.3.6.1.2.1.43.16", "1.3.6.1.2.1.25.4"];
        Assert.DoesNotContain(bench.Agent.Asked, name => Array.Exists(personal, root => name.StartsWith(root, StringComparison.Ordinal)));
    }

    /// <summary>The question's last element with the tag of an answer.</summary>
    private static byte[] Pdu(byte[] question)
    {
        int at = Array.FindIndex(question, one => one is 0xA0 or 0xA1 or 0xA5);
        byte[] pdu = question[at..];
        pdu[0] = 0xA2;
        return pdu;
    }
}
