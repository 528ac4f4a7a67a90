using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.State;

/// <summary>Writes everything that is retained: state, will, devices, catalogue (contract section 4).</summary>
public sealed class StateMessages(GatewayIdentity identity, IReadingStore store, Delivery delivery, HealthBoard board, Audience audience, FaultCounters faults, IClockJudge clock)
{
    private const string ContentType = "application/json; charset=utf-8";

    private readonly byte[] _catalogue = JsonSerializer.SerializeToUtf8Bytes(identity.Catalogue, StateJson.Default.Catalogue);

    /// <summary>What the broker says for us when we are gone without a word.</summary>
    public MqttMessage Will(long connection) => State(Bare(connection, "lost") with { Online = false });

    /// <summary>The last word of an orderly stop.</summary>
    public MqttMessage Stopped(long connection) => State(Bare(connection, "stopped") with { Online = false });

    public MqttMessage Alive(long connection)
    {
        var status = store.Status();
        return State(Bare(connection, "ready") with
        {
            Epoch = status.Epoch,
            SeqHead = status.SeqHead,
            SeqAcked = SeqOf(delivery.TakenUpTo(status), status),
            SeqConfirmed = SeqOf(delivery.NothingWaitsUpTo(status), status),
            Unconfirmed = Unconfirmed(status),
            Confirm = delivery.Mode.Word,
            Parked = status.Parked > 0 ? status.Parked : null,
            Backlog = new Backlog(status.Waiting[0], status.Waiting[1], status.Waiting[2], status.MediaWaiting),
            Oldest = status.Oldest,
            DiskHours = status.Forecast?.Hours is { } hours ? Math.Round(hours, 1) : null,
            Clock = ClockWords.Of(clock.Now().Quality),
            Catalogue = Convert.ToHexStringLower(SHA256.HashData(_catalogue)),
            Configuration = identity.Configuration,
            Faults = faults.All() is { Count: > 0 } counted ? counted : null,
            NobodyListening = audience.NobodyListening,
        });
    }

    public MqttMessage Catalogue() => Retained(identity.Topics.Catalogue, _catalogue);

    public IReadOnlyList<MqttMessage> Devices() => [.. board.All().Select(Device)];

    /// <returns>As a number of the epoch that goes on; 0 while an older one is not through.</returns>
    private static long SeqOf(long position, StoreStatus status) => Math.Max(0, position - status.Epochs[^1].Base);

    private Unconfirmed Unconfirmed(StoreStatus status) =>
        delivery.Handed.Kept is var kept and > 0 ? new Unconfirmed(kept, status.Oldest) : new Unconfirmed(0, null);

    private MqttMessage Device(DeviceHealth health) => Retained(identity.Topics.Device(health.Device), Json(
        new DeviceState
        {
            Device = health.Device,
            Driver = health.Driver,
            Word = health.Word.ToString().ToLowerInvariant(),
            Since = health.Since.ToUniversalTime(),
            LastHeard = health.LastHeard,
            LastReading = health.LastReading,
            Readings = health.Readings,
            Duplicates = health.Duplicates,
            ClockOffsetMs = health.ClockOffsetMs,
            Why = health.Why,
            Faults = health.Faults.Count > 0 ? health.Faults : null,
        },
        StateJson.Default.DeviceState));

    private GatewayState Bare(long connection, string word) => new()
    {
        Online = true,
        Word = word,
        Connection = connection,
        Boot = identity.Boot,
        Version = identity.Version,
    };

    private MqttMessage State(GatewayState state) => Retained(identity.Topics.State, Json(state, StateJson.Default.GatewayState));

    private static byte[] Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private static MqttMessage Retained(string topic, byte[] payload) =>
        new() { Topic = topic, Payload = payload, Retain = true, ContentType = ContentType, IsText = true };
}
