using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>Signed links: who is believed, and that our own time only grows.</summary>
public sealed class SigningTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];
    private static readonly ulong s_now = MavSigningTime.Of(new FakeTimeProvider().GetUtcNow());

    [Fact]
    public async Task Signed_IsTaken_AndWrongReplayedStaleAndUnsignedAreNot()
    {
        await using var flight = await new Flight { Options = Options(MavUnsignedPolicy.Reject) }.StartAsync();
        var good = Wire(3, s_key, s_now);
        byte[] beat = good.Heartbeat();

        await flight.SayAsync(new MavWire(3).Heartbeat(), Wire(4, new byte[32], s_now).Heartbeat(), Wire(5, s_key, s_now - 6_100_000).Heartbeat(), beat, beat, Wire(3, s_key, s_now - 5).Landed(2));

        Assert.Equal("sys-3", Assert.Single(flight.States).Vehicle);
        Assert.Equal(["unsigned", "signature", "stale", "replayed", "replayed"], flight.Faults.Where(fault => fault.Kind == FaultKind.Garbled).Select(fault => fault.Reason));
    }

    [Theory]
    [InlineData(MavUnsignedPolicy.Accept, 1)]
    [InlineData(MavUnsignedPolicy.RadioStatusOnly, 0)]
    public async Task Unsigned_ByPolicy_IsTakenOrOnlyOfRadios(MavUnsignedPolicy policy, int vehicles)
    {
        await using var flight = await new Flight { Options = Options(policy) }.StartAsync();
        int alive = flight.Host.SignsOfLife;

        await flight.SayAsync(new MavWire(3).Frame(109, 185, new byte[9]), new MavWire(3).Heartbeat());

        Assert.Equal(vehicles, flight.States.Count());
        Assert.Equal(alive + 1 + vehicles, flight.Host.SignsOfLife);
    }

    [Fact]
    public async Task OwnFrames_AreSignedInVersion2WithATimeThatGrowsOverARestartWithAClockThatWasLost()
    {
        var memory = new FakeMemory();
        var times = new List<ulong>();
        await using (var flight = await new Flight(memory) { Options = Options(MavUnsignedPolicy.Accept), Step = TimeSpan.FromMilliseconds(500) }.StartAsync())
        {
            await flight.SayAsync(new MavWire(3) { IsV1 = true }.Heartbeat());
            await flight.PassAsync(TimeSpan.FromSeconds(70), () => flight.Ports.Say(Wire(3, s_key, MavSigningTime.Of(flight.Time.GetUtcNow())).Heartbeat()));
            times.AddRange(flight.Ports.Sent.Select(one => one.Frame.Time));
            Assert.All(flight.Ports.Sent, one => Assert.True(one.Frame is { IsV1: false, IsSigned: true }));
        }

        await using var again = new Flight(memory) { Options = Options(MavUnsignedPolicy.Accept) };
        again.Time.JumpWallClock(TimeSpan.FromDays(-3000));
        await again.StartAsync();
        await again.SayAsync(new MavWire(3).Heartbeat());
        await again.PassAsync(TimeSpan.FromSeconds(3));
        times.AddRange(again.Ports.Sent.Select(one => one.Frame.Time));

        Assert.True(times.Count > 60);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.InRange(times[^1], s_now, s_now + (3 * MavSigningTime.Minute));
    }

    [Fact]
    public async Task Time_IsRememberedAtLeastOnceAMinuteAndHardlyAhead()
    {
        var memory = new FakeMemory();
        await using var flight = await new Flight(memory) { Options = Options(MavUnsignedPolicy.Reject), Step = TimeSpan.FromMilliseconds(500) }.StartAsync();
        ulong first = ulong.Parse(memory.Recall("signing")!.Split(';')[0]);

        await flight.PassAsync(TimeSpan.FromSeconds(59));

        ulong later = ulong.Parse(memory.Recall("signing")!.Split(';')[0]);
        Assert.InRange(first, s_now, s_now + MavSigningTime.Minute);
        Assert.True(later > first + (MavSigningTime.Minute / 2));
    }

    /// <summary>The right key and a clock that is twenty years ahead: that vehicle is heard, and locks nobody out, neither now nor in the next conversation.</summary>
    [Fact]
    public async Task Clock_YearsAhead_OfOneVehicleTeachesNothing()
    {
        const ulong Years = 20ul * 365 * 24 * 60 * MavSigningTime.Minute;
        var memory = new FakeMemory();
        await using (var flight = await new Flight(memory) { Options = Options(MavUnsignedPolicy.Reject), Step = TimeSpan.FromMilliseconds(500) }.StartAsync())
        {
            await flight.SayAsync(Wire(3, s_key, s_now + Years).Heartbeat(), Wire(4, s_key, s_now).Heartbeat());
            await flight.PassAsync(TimeSpan.FromSeconds(45));
            Assert.Equal(["sys-3", "sys-4"], flight.States.Select(state => state.Vehicle).Distinct());
            Assert.Contains((FaultKind.Garbled, "future"), flight.Faults);
            Assert.All(flight.Ports.Sent, one => Assert.True(one.Frame.Time < s_now + MavSigningTime.Minute));
        }

        await using var again = await new Flight(memory) { Options = Options(MavUnsignedPolicy.Reject) }.StartAsync();
        await again.SayAsync(Wire(4, s_key, s_now).Heartbeat());
        Assert.Equal("sys-4", Assert.Single(again.States).Vehicle);
    }

    /// <summary>What an earlier run has learned of such a vehicle is not believed either.</summary>
    [Fact]
    public async Task Clock_YearsAhead_ThatWasRemembered_IsForgotten()
    {
        const ulong Years = 20ul * 365 * 24 * 60 * MavSigningTime.Minute;
        var memory = new FakeMemory();
        await memory.RememberAsync("signing", $"{s_now + 3_000_000};{s_now + Years}", default);
        await using var flight = await new Flight(memory) { Options = Options(MavUnsignedPolicy.Reject) }.StartAsync();

        await flight.SayAsync(Wire(4, s_key, s_now + (24 * 60 * MavSigningTime.Minute)).Heartbeat());

        Assert.Equal("sys-4", Assert.Single(flight.States).Vehicle);
    }

    /// <summary>Two radios: what is proven may come on any way, and the newest one is answered.</summary>
    [Fact]
    public async Task Signed_FromTwoAddresses_IsTakenFromBoth()
    {
        var other = new System.Net.IPEndPoint(System.Net.IPAddress.Parse("198.51.100.7"), 14_550);
        await using var flight = await new Flight { Options = Options(MavUnsignedPolicy.Reject) }.StartAsync();
        var second = new MavWire(3) { Signing = (s_key, 4, s_now) };

        await flight.SayAsync(Wire(3, s_key, s_now).Heartbeat(custom: 1));
        await flight.SayFromAsync(other, second.Heartbeat(custom: 2));
        await flight.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(["1", "2"], flight.States.Select(state => state.ModeRaw));
        Assert.Equal(other, flight.Ports.Sent.Last().To);
    }

    /// <summary>A full disk is when a vehicle may have to be called home.</summary>
    [Fact]
    public async Task Disk_Refuses_TheLinkGoesOnByTheClock()
    {
        var memory = new FakeMemory { Refuses = true };
        await using var flight = await new Flight(memory) { Options = Options(MavUnsignedPolicy.Reject), Step = TimeSpan.FromMilliseconds(500) }.StartAsync();

        await flight.SayAsync(Wire(3, s_key, s_now).Heartbeat());
        await flight.PassAsync(TimeSpan.FromSeconds(25));

        Assert.False(flight.Running.IsCompleted);
        Assert.True(flight.Ports.Sent.Count > 20);
        Assert.Contains((FaultKind.Busy, "time-not-stored"), flight.Faults);
    }

    private static MavlinkOptions Options(MavUnsignedPolicy unsigned) => Flight.Quiet with { Signing = new MavlinkSigningOptions(new MavKey(s_key), 1, unsigned) };

    private static MavWire Wire(byte system, byte[] key, ulong time) => new(system) { Signing = (key, 3, time) };
}
