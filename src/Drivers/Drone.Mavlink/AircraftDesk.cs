using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Overheard aircraft: told at first sight, then thinned; forgotten when they are silent. Their number is bounded, and one that has been heard for longer
/// keeps its place before one that came just now: whoever invents aircraft cannot hide a real one that was there before.
/// </summary>
internal sealed class AircraftDesk(DriverContext context, MavlinkOptions options, MavlinkTeller teller)
{
    public const string OperatorDropped = "operator-id-dropped";
    public const string TooMany = "too-many-aircraft";
    public const string TooManySights = "too-many-sights";
    public const string BadPack = "bad-pack";

    private const byte FirstReceiver = 236;
    private const byte LastReceiver = 238;

    private readonly Dictionary<string, Aircraft> _aircraft = new(StringComparer.Ordinal);
    private readonly EventBudget _sights = new(512, 10);

    /// <summary>Whether a message is of this sort at all, of our own aircraft or of others.</summary>
    public static bool Is(int message) => message is >= OpenDroneIdBasicId.MsgId and <= 12_919;

    /// <summary>Whether a broadcast is of another aircraft: a receiver module says it, or it bears its sender. The others are what our own aircraft says of itself.</summary>
    public static bool IsOverheard(byte component, ReadOnlyMemory<byte> idOrMac) => HasSender(idOrMac) || component is >= FirstReceiver and <= LastReceiver;

    /// <summary>The identity that our own aircraft broadcasts is no detection: it is left alone here.</summary>
    public Task TakeAsync(MavFrame frame, CancellationToken ct)
    {
        var from = new Receiver(frame.System, frame.Component);
        switch (frame.MessageId)
        {
            case OpenDroneIdBasicId.MsgId:
                return BasicAsync(from, frame.Read<OpenDroneIdBasicId>(), ct);
            case OpenDroneIdLocation.MsgId:
                var location = frame.Read<OpenDroneIdLocation>();
                return HearAsync(from, location.IdOrMac, body => AircraftMapping.With(body, location), ct, isPlace: true);
            case OpenDroneIdSelfId.MsgId:
                var self = frame.Read<OpenDroneIdSelfId>();
                return HearAsync(from, self.IdOrMac, body => AircraftMapping.With(body, self), ct);
            case OpenDroneIdSystem.MsgId:
                var system = frame.Read<OpenDroneIdSystem>();
                return HearAsync(from, system.IdOrMac, body => AircraftMapping.With(body, system), ct);
            case OpenDroneIdOperatorId.MsgId:
                context.Watch.Fault(FaultKind.Unsupported, OperatorDropped);
                return Task.CompletedTask;
            case OpenDroneIdMessagePack.MsgId:
                return PackAsync(from, frame.Read<OpenDroneIdMessagePack>(), ct);
            default:
                return Task.CompletedTask;
        }
    }

    /// <summary>What waits is told, who is silent is forgotten.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        var now = teller.Now;
        foreach (string gone in _aircraft.Where(one => now - one.Value.Heard > options.Patience.Aircraft).Select(one => one.Key).ToArray())
        {
            _aircraft.Remove(gone);
        }

        foreach (var aircraft in _aircraft.Values.Where(one => one.IsNew && one.Pace.Take()).ToArray())
        {
            await TellAsync(aircraft, ct).ConfigureAwait(false);
        }
    }

    private async Task PackAsync(Receiver from, OpenDroneIdMessagePack message, CancellationToken ct)
    {
        if (RemoteIdPack.Open(message) is not { } pack)
        {
            context.Watch.Fault(FaultKind.Garbled, BadPack);
            return;
        }

        for (int i = 0; i < pack.OperatorIds; i++)
        {
            context.Watch.Fault(FaultKind.Unsupported, OperatorDropped);
        }

        foreach (var basic in pack.BasicIds)
        {
            await BasicAsync(from, basic, ct).ConfigureAwait(false);
        }

        await HearAsync(from, message.IdOrMac, body => Rest(body, pack), ct, isPlace: pack.Location is not null).ConfigureAwait(false);
    }

    private static DroneRemoteIdBody Rest(DroneRemoteIdBody body, RemoteIdPack pack)
    {
        body = pack.Location is { } location ? AircraftMapping.With(body, location) : body;
        body = pack.SelfId is { } self ? AircraftMapping.With(body, self) : body;
        return pack.System is { } system ? AircraftMapping.With(body, system) : body;
    }

    /// <summary>A receiver that does not say who sent it tells by the identity that another aircraft has come.</summary>
    private Task BasicAsync(Receiver from, OpenDroneIdBasicId basic, CancellationToken ct)
    {
        string key = Key(from, basic.IdOrMac);
        bool isOther = !HasSender(basic.IdOrMac) && _aircraft.GetValueOrDefault(key) is { Body.IdType: not null } known
            && AircraftMapping.IsSameSort(known.Body, basic) && known.Body.Vehicle != AircraftMapping.Identity(basic);
        if (isOther)
        {
            _aircraft.Remove(key);
        }

        return HearAsync(from, basic.IdOrMac, body => AircraftMapping.With(body, basic), ct);
    }

    private async Task HearAsync(Receiver from, ReadOnlyMemory<byte> idOrMac, Func<DroneRemoteIdBody, DroneRemoteIdBody> learn, CancellationToken ct, bool isPlace = false)
    {
        if (!IsOverheard(from.Component, idOrMac))
        {
            return;
        }

        var aircraft = Find(from, idOrMac);
        aircraft.Heard = teller.Now;
        aircraft.Body = learn(aircraft.Body);
        aircraft.Body = aircraft.Body with { Known = await teller.OverhearAsync(aircraft.Body, isPlace, ct).ConfigureAwait(false) };
        aircraft.IsNew = true;
        if (aircraft.ToldAs != aircraft.Body.Vehicle || aircraft.Pace.Take())
        {
            await TellAsync(aircraft, ct).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(Aircraft aircraft, CancellationToken ct)
    {
        bool isSight = aircraft.ToldAs != aircraft.Body.Vehicle;
        if (isSight && !_sights.Take(teller.Now))
        {
            context.Watch.Fault(FaultKind.Busy, TooManySights);
            return;
        }

        if (isSight)
        {
            aircraft.Pace.Begin();
        }

        (aircraft.IsNew, aircraft.ToldAs) = (false, aircraft.Body.Vehicle);
        await teller.TellAsync(isSight ? Lane.Event : Lane.Telemetry, aircraft.Body, ct).ConfigureAwait(false);
    }

    private Aircraft Find(Receiver from, ReadOnlyMemory<byte> idOrMac)
    {
        string key = Key(from, idOrMac);
        if (_aircraft.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_aircraft.Count >= options.Fleet.MostAircraft)
        {
            context.Watch.Fault(FaultKind.Busy, TooMany);
            _aircraft.Remove(_aircraft.MinBy(one => (one.Value.Lasted, one.Value.Heard)).Key);
        }

        string otherwise = VehicleNames.Part(VehicleNames.Of(from.System), from.Component);
        return _aircraft[key] = new Aircraft(AircraftMapping.Begin(AircraftMapping.Sender(idOrMac), otherwise), teller.Pace(options.Pace.Every), teller.Now);
    }

    /// <summary>By the address that it sent from, whichever of our receivers heard it.</summary>
    private static string Key(Receiver from, ReadOnlyMemory<byte> idOrMac) =>
        HasSender(idOrMac) ? AircraftMapping.Sender(idOrMac) : FormattableString.Invariant($"from {from.System}/{from.Component}");

    private static bool HasSender(ReadOnlyMemory<byte> idOrMac) => idOrMac.Span.ContainsAnyExcept((byte)0);

    private readonly record struct Receiver(byte System, byte Component);
}
