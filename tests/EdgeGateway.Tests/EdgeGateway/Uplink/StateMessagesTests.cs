using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class StateMessagesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly HealthBoard _board = new();
    private readonly FaultCounters _faults = new();
    private readonly StateMessages _messages;

    public StateMessagesTests()
    {
        var identity = new GatewayIdentity(new Topics("edge/v1", "site-1", "gw-1"), "gw-1", "0.1.0", _time.GetUtcNow(), "c0", new Catalogue([]));
        _messages = new StateMessages(identity, new InMemoryReadingStore(), _board, new Audience(_time), _faults, new FixedClock());
    }

    [Fact]
    public void Will_OfAConnection_SaysLostUnderItsNumberAndIsRetained()
    {
        var will = _messages.Will(7);
        Assert.True(will.Retain);
        Assert.EndsWith("/site-1/gw-1/state", will.Topic, StringComparison.Ordinal);
        Assert.Equal((false, "lost", 7), (Json(will).GetProperty("online").GetBoolean(), Json(will).GetProperty("word").GetString(), Json(will).GetProperty("connection").GetInt64()));
    }

    [Fact]
    public void Alive_WithRefusals_ShowsThemCounted()
    {
        _faults.Count("inbox", "unknown-device");
        _faults.Count("inbox", "unknown-device");
        var state = Json(_messages.Alive(8));
        Assert.Equal(2, state.GetProperty("faults").GetProperty("inbox/unknown-device").GetInt64());
        Assert.Equal(("synchronised", 0), (state.GetProperty("clock").GetString(), state.GetProperty("backlog").GetProperty("event").GetInt64()));
    }

    [Fact]
    public void Devices_OneRefused_SaysSoInItsOwnTopic()
    {
        _board.Register("cam-1", () => new DeviceHealth { Device = "cam-1", Driver = "d", Word = DeviceWord.Refused, Since = _time.GetUtcNow(), Why = "wrong password" });
        var device = _messages.Devices().Single();
        Assert.EndsWith("/device/cam-1", device.Topic, StringComparison.Ordinal);
        Assert.Equal(("refused", "wrong password"), (Json(device).GetProperty("word").GetString(), Json(device).GetProperty("why").GetString()));
    }

    [Fact]
    public void NobodyListening_OnlyAfterMinutesWithoutAnyListener_IsSaid()
    {
        var audience = new Audience(_time);
        audience.Noted(AckReaction.HoldTopic);
        Assert.False(audience.NobodyListening);
        _time.Advance(Audience.Patience);
        Assert.True(audience.NobodyListening);
        audience.Noted(AckReaction.Delivered);
        Assert.False(audience.NobodyListening);
    }

    private static JsonElement Json(MqttMessage message) => JsonDocument.Parse(message.Payload).RootElement;

    private sealed class FixedClock : IClockJudge
    {
        public ClockVerdict Now() => new(ClockQuality.Synchronised, 0);
    }
}
