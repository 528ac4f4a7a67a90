using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What is shown of recorded frames, one by one. What was said before counts for the readings of a line, as it does in the driver.</summary>
/// <param name="device">Device id of the readings.</param>
/// <param name="received">When the recording was made, as far as the readings say.</param>
/// <param name="check">Judges signatures; null: nobody does.</param>
/// <param name="clock">By which signatures are late.</param>
internal sealed class MavlinkLines(string device, DateTimeOffset received, MavSignatureCheck? check, DateTimeOffset clock)
{
    private const string Unknown = "unknown";
    private const byte NoAutopilot = 8;

    private readonly List<DecodedFrame> _lines = [];
    private readonly Dictionary<byte, VehicleSignals> _vehicles = [];
    private readonly Dictionary<string, DroneRemoteIdBody> _aircraft = [];
    private readonly HashSet<byte> _alive = [];
    private readonly MavTextJoiner _texts = new();
    private readonly MavLoss _loss = new();
    private int _lastText;

    public IReadOnlyList<DecodedFrame> All => _lines;

    public void Add(MavItem item)
    {
        if (item.Fault is { } fault)
        {
            _lines.Add(DecodedFrame.Failed(fault, MavlinkFaultWords.Explain(fault)));
            return;
        }

        var frame = item.Frame;
        var line = new DecodedFrame { Type = frame.Definition?.Name ?? Unknown, Fields = MavlinkFields.Of(frame) };
        _lines.Add(frame.Definition is null ? line : check?.Refuses(frame, clock) is { } refused
            ? line with { Fault = refused, Why = MavlinkFaultWords.Explain(refused) }
            : line with { Readings = [.. Told(frame).Select(Reading)] });
    }

    /// <summary>Nothing comes any more: texts that are not whole are told as they are, with the last piece of any.</summary>
    public void End()
    {
        var cut = Texts(_texts.Overdue(DateTimeOffset.MaxValue));
        if (cut.Length > 0)
        {
            var line = _lines[_lastText];
            _lines[_lastText] = line with { Readings = [.. line.Readings, .. cut.Select(Reading)] };
        }
    }

    private VehicleBody[] Texts(IReadOnlyList<MavText> texts) =>
        [.. texts.Select(text => Typed(MavlinkMapping.Text(VehicleNames.Of(text.System), _vehicles[text.System].Heartbeat.Type, text), text.System))];

    private IEnumerable<VehicleBody> Told(MavFrame frame)
    {
        if (!_loss.See(frame))
        {
            return [];
        }

        var signals = _vehicles.GetValueOrDefault(frame.System) ?? (_vehicles[frame.System] = new VehicleSignals());
        string vehicle = VehicleNames.Of(frame.System);
        switch (frame.MessageId)
        {
            case Heartbeat.MsgId:
                return Beat(frame, signals, vehicle);
            case StatusText.MsgId:
                _lastText = _lines.Count;
                return Texts(_texts.Add(frame.System, frame.Component, frame.Read<StatusText>(), received));
            case CameraImageCaptured.MsgId:
                return [Typed(MavlinkMapping.Capture(vehicle, signals.Heartbeat.Type, frame.Read<CameraImageCaptured>()), frame.System)];
            default:
                return AircraftDesk.Is(frame.MessageId) ? Overheard(frame) : Said(frame, signals, vehicle);
        }
    }

    private VehicleBody[] Beat(MavFrame frame, VehicleSignals signals, string vehicle)
    {
        var beat = frame.Read<Heartbeat>();
        if (beat.Autopilot == NoAutopilot)
        {
            return [];
        }

        signals.Heartbeat = beat;
        _alive.Add(frame.System);
        return [State(frame.System, signals, vehicle)];
    }

    private VehicleBody[] Said(MavFrame frame, VehicleSignals signals, string vehicle) => signals.Take(frame) switch
    {
        SignalKind.Position => [Typed(MavlinkMapping.Position(vehicle, signals), frame.System)],
        SignalKind.State => [State(frame.System, signals, vehicle)],
        _ => [],
    };

    /// <summary>Without a heartbeat nobody knows what it is and what it does.</summary>
    private DroneStateBody State(byte system, VehicleSignals signals, string vehicle)
    {
        bool isAlive = _alive.Contains(system);
        var state = MavlinkMapping.State(vehicle, signals, isAlive, _loss.LostOf(system), null);
        return isAlive ? state : state with { VehicleType = null, Armed = null, Mode = null, ModeRaw = null, System = null };
    }

    private VehicleBody Typed(VehicleBody body, byte system) => _alive.Contains(system) ? body : body with { VehicleType = null };

    private VehicleBody[] Overheard(MavFrame frame)
    {
        var (idOrMac, learn) = Learn(frame);
        if (learn is null || !AircraftDesk.IsOverheard(frame.Component, idOrMac))
        {
            return [];
        }

        string sender = AircraftMapping.Sender(idOrMac);
        string key = sender.Length > 0 ? sender : VehicleNames.Part(VehicleNames.Of(frame.System), frame.Component);
        return [_aircraft[key] = learn(_aircraft.GetValueOrDefault(key) ?? AircraftMapping.Begin(sender, key))];
    }

    /// <returns>Whom it is about, and what it adds; null for what tells nothing that may be told.</returns>
    private static (ReadOnlyMemory<byte> IdOrMac, Func<DroneRemoteIdBody, DroneRemoteIdBody>? With) Learn(MavFrame frame)
    {
        switch (frame.MessageId)
        {
            case OpenDroneIdBasicId.MsgId:
                var basic = frame.Read<OpenDroneIdBasicId>();
                return (basic.IdOrMac, body => AircraftMapping.With(body, basic));
            case OpenDroneIdLocation.MsgId:
                var location = frame.Read<OpenDroneIdLocation>();
                return (location.IdOrMac, body => AircraftMapping.With(body, location));
            case OpenDroneIdSelfId.MsgId:
                var self = frame.Read<OpenDroneIdSelfId>();
                return (self.IdOrMac, body => AircraftMapping.With(body, self));
            case OpenDroneIdSystem.MsgId:
                var system = frame.Read<OpenDroneIdSystem>();
                return (system.IdOrMac, body => AircraftMapping.With(body, system));
            case OpenDroneIdMessagePack.MsgId:
                var message = frame.Read<OpenDroneIdMessagePack>();
                return (message.IdOrMac, RemoteIdPack.Open(message) is { } pack ? body => AircraftMapping.With(body, pack) : null);
            default:
                return default;
        }
    }

    private Reading Reading(VehicleBody body) => MavlinkMapping.Reading(device, Lane(body), received, body);

    private static Lane Lane(VehicleBody body) => body switch
    {
        DronePositionBody or DroneRemoteIdBody => Protocol.Model.Lane.Telemetry,
        DroneAlarmBody => Protocol.Model.Lane.Alarm,
        _ => Protocol.Model.Lane.Event,
    };
}
