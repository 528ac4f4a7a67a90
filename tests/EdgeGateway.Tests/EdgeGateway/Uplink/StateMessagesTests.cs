using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class StateMessagesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly HealthBoard _board = new();
    private readonly FaultCounters _faults = new();
    private readonly InMemoryReadingStore _store = new();
    private readonly Delivery _delivery;
    private readonly StateMessages _messages;

    public StateMessagesTests()
    {
        _delivery = ConfirmationRig.DeliveryOf(_store, _store, ConfirmChoice.Platform);
        var identity = new GatewayIdentity(new Topics("edge/v1", "site-1", "gw-1"), "gw-1", "0.1.0", _time.GetUtcNow(), "c0", new Catalogue([]));
        _messages = new StateMessages(identity, _store, _delivery, _board, new Audience(_time), _faults, new FixedClock());
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
    public async Task Alive_SomeTakenAndNothingConfirmed_ShowsHowFarEachHasCome()
    {
        for (int i = 0; i < 5; i++)
        {
            await _store.AppendAsync(new() { Lane = Lane.Event, Device = "cam-1", Kind = "plate.read", Received = DateTimeOffset.UnixEpoch, Tail = "\"n\":1}"u8.ToArray() }, default);
        }

        foreach (long position in new long[] { 1, 2, 4 })
        {
            _delivery.Settler.Sent(position);
            _delivery.Lanes[(int)Lane.Event].Take(position - 1, position, 0);
        }

        _delivery.Settler.Confirm([(1, 1)]);
        await _delivery.Settler.DrainAsync();
        var state = Json(_messages.Alive(9));
        Assert.Equal((5, 2, 1), (state.GetProperty("seqHead").GetInt64(), state.GetProperty("seqAcked").GetInt64(), state.GetProperty("seqConfirmed").GetInt64()));
        Assert.Equal((2, "platform"), (state.GetProperty("unconfirmed").GetProperty("count").GetInt64(), state.GetProperty("confirm").GetString()));
        Assert.Equal(DateTimeOffset.UnixEpoch, state.GetProperty("unconfirmed").GetProperty("oldest").GetDateTimeOffset());
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
