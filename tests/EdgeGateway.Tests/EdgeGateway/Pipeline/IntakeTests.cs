using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline;

public sealed class IntakeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);
    private static readonly DeviceFacts s_facts = new("cam-03", new GeoPosition(23.16, 113.23, "WGS-84", "site"));

    private readonly InMemoryReadingStore _store = new() { Gateway = "gw-1" };
    private readonly Intake _intake;

    public IntakeTests() => _intake = new Intake(new Normaliser(new FixedClock()), new ReadingEnvelope("site-1", "gw-1"), _store);

    [Fact]
    public async Task Take_Reading_GetsPlaceClockAndOffsetOfThisSite()
    {
        await _intake.TakeAsync(Reading("n-1"), s_facts, default);
        var stored = Stored().Single();
        Assert.Equal("cam-03", stored.GetProperty("subject").GetString());
        Assert.Equal("holdover", stored.GetProperty("clock").GetString());
        Assert.Equal(7, stored.GetProperty("clockoffsetms").GetInt64());
        Assert.Equal(86_400_000, stored.GetProperty("uptimems").GetInt64());
        Assert.Equal(-2000, stored.GetProperty("deviceoffsetms").GetInt64());
        Assert.Equal(23.16, stored.GetProperty("data").GetProperty("position").GetProperty("lat").GetDouble());
    }

    [Fact]
    public async Task Take_DeviceKnowsItsPlace_TheDevicesOwnWins()
    {
        var reading = Reading("n-1");
        var own = reading with { Body = reading.Body with { Position = new GeoPosition(1, 2, "WGS-84", "device") } };
        await _intake.TakeAsync(own, s_facts, default);
        Assert.Equal("device", Stored().Single().GetProperty("data").GetProperty("position").GetProperty("from").GetString());
    }

    [Fact]
    public async Task Take_SameNativeIdTwice_IsStoredOnceAndBothAreSafe()
    {
        var first = await _intake.TakeAsync(Reading("n-1"), s_facts, default);
        var second = await _intake.TakeAsync(Reading("n-1"), s_facts, default);
        Assert.Equal((1, false), (first.Seq, first.Duplicate));
        Assert.True(second.Duplicate);
        Assert.Single(Stored());
    }

    [Fact]
    public async Task Take_SameNativeIdOfAnotherDevice_IsAnotherReading()
    {
        await _intake.TakeAsync(Reading("n-1"), s_facts, default);
        await _intake.TakeAsync(Reading("n-1"), s_facts with { Id = "cam-04" }, default);
        Assert.Equal(2, Stored().Count);
    }

    [Fact]
    public async Task Take_WithoutNativeId_IsNeverTakenForARepeat()
    {
        await _intake.TakeAsync(Reading(null), s_facts, default);
        await _intake.TakeAsync(Reading(null), s_facts, default);
        Assert.Equal(2, Stored().Count);
    }

    [Fact]
    public async Task Take_DiskRefuses_TheDriverIsTold()
    {
        _store.Refusal = new StoreRefusedException("full");
        await Assert.ThrowsAsync<StoreRefusedException>(() => _intake.TakeAsync(Reading("n-1"), s_facts, default).AsTask());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_OnlyTheAlarmOrAllIsRefused_TheCallerHearsWhich(bool onlyAlarm)
    {
        _store.Refusal = new StoreRefusedException("full");
        _store.RefusedLane = onlyAlarm ? Lane.Alarm : null;
        var intake = new Intake(new Normaliser(new FixedClock()), new ReadingEnvelope("site-1", "gw-1"), _store, watch: new EverythingIsWanted());

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => intake.TakeAsync(Reading("n-1"), s_facts, default).AsTask());

        Assert.Equal(onlyAlarm, refused.OnlyAlarm);
        Assert.Equal(onlyAlarm ? 1 : 0, Stored().Count);
    }

    private sealed class EverythingIsWanted : IPlateWatch
    {
        public Task Ready => Task.CompletedTask;

        public IReadOnlyList<PlateHit> Look(Reading reading) => [new PlateHit(reading with { Lane = Lane.Alarm }, 7, Task.CompletedTask)];
    }

    private static Reading Reading(string? nativeId) => new()
    {
        Device = "whatever the driver says",
        Driver = "hikvision-anpr",
        Lane = Lane.Event,
        Time = s_now - TimeSpan.FromSeconds(2),
        TimeFrom = TimeOrigin.Device,
        Received = s_now,
        Body = new PlateReadBody { Plate = new PlateInfo { Raw = "x", Outcome = "INVALID" }, Source = new SourceInfo(nativeId) },
    };

    private List<JsonElement> Stored() =>
        [.. _store.Read(Lane.Event, 0, 100).Select(reading => JsonDocument.Parse(reading.Payload).RootElement)];

    private sealed class FixedClock : IClockJudge
    {
        public ClockVerdict Now() => new(ClockQuality.Holdover, 7, 86_400_000);
    }
}
