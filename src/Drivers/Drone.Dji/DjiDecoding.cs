using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>The messages of one input through the desks of the driver, with nobody at the other end.</summary>
/// <param name="device">Device id in the readings.</param>
/// <param name="received">When everything came.</param>
/// <param name="windScale">As in the settings.</param>
/// <param name="gateway">Serial number of the gateway where messages do not name it.</param>
/// <param name="topic">Of messages that have none.</param>
internal sealed class DjiDecoding(string device, DateTimeOffset received, double windScale, string? gateway, string? topic)
{
    private static readonly string[] s_requests =
        ["config", "airport_bind_status", "airport_organization_get", "airport_organization_bind", "storage_config_get", "flighttask_resource_get", "flight_areas_get", "flighttask_progress_get"];

    private readonly Dictionary<string, (DjiDesk Desk, AircraftRoll Roll)> _desks = new(StringComparer.Ordinal);
    private readonly Listener _listener = new();
    private readonly Outbox _outbox = new();
    private string _gateway = gateway is not null && DjiTopic.IsSerial(gateway) ? gateway : "gateway";

    public DecodedFrame Take(DjiPiece piece)
    {
        if (DjiReader.Read(piece.Json, out string? fault) is not { } message)
        {
            return DecodedFrame.Failed(fault!, Why(fault!));
        }

        if (piece.Topic is not null && DjiTopic.Parse(piece.Topic) is null)
        {
            return DecodedFrame.Failed("bad-topic", "What stands in front of the message is no topic of this protocol.");
        }

        var where = DjiTopic.Parse(piece.Topic ?? topic ?? string.Empty) ?? Guess(message);
        return new DecodedFrame { Type = message.Method ?? Name(where.Channel), Fields = Fields(message), Readings = Readings(where, message, piece.Json) };
    }

    /// <summary>Members with their raw values. Of a key that stands there twice the last one counts, as everywhere.</summary>
    private static JsonObject Fields(DjiMessage message) => (JsonObject)Node(message.Root)!;

    private static JsonNode? Node(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return new JsonArray([.. value.EnumerateArray().Select(Node)]);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return JsonValue.Create(value);
        }

        var members = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            members[member.Name] = Node(member.Value);
        }

        return members;
    }

    private IReadOnlyList<Reading> Readings(DjiTopic where, DjiMessage message, ReadOnlyMemory<byte> json)
    {
        if (where.Channel is not (DjiChannel.Osd or DjiChannel.State or DjiChannel.Events or DjiChannel.Requests or DjiChannel.Status))
        {
            return [];
        }

        bool isAircraft = where.Channel is DjiChannel.Osd or DjiChannel.State && where.Serial != (message.Gateway ?? _gateway) && !DjiDock.Looks(message.Data);
        _gateway = message.Gateway is { } named && DjiTopic.IsSerial(named) ? named : isAircraft ? _gateway : where.Serial;
        var (desk, roll) = Desk(_gateway);
        if (isAircraft && !roll.Aircraft.Contains(where.Serial))
        {
            roll.NameAsync(default, [new DjiSubDevice(where.Serial, default)], CancellationToken.None).GetAwaiter().GetResult();
        }

        desk.TakeAsync(new SiteMessage(where.ToString(), json, false), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        _outbox.Clear();
        return _listener.Heard();
    }

    private (DjiDesk Desk, AircraftRoll Roll) Desk(string serial)
    {
        if (!_desks.TryGetValue(serial, out var pair))
        {
            var options = new DjiOptions
            {
                Broker = new SiteBrokerOptions { Host = string.Empty, ClientId = string.Empty },
                Gateway = serial,
                WindScale = windScale,
                MaxRateHz = 10,
                Report = TimeSpan.FromDays(1),
                AirsenseLevel = 1,
            };
            var host = new DeskHost(device, new SteppingTime(received), _listener, null, null);
            var roll = new AircraftRoll(null, options);
            pair = (new DjiDesk(new DeskParts(host, options, _listener, roll, new AlarmDesk(host, options.HmsTexts), new Sightings()), _outbox, _ => { }), roll);
            _desks.Add(serial, pair);
        }

        return pair;
    }

    /// <summary>Where no topic is given, the method and the keys tell most of it.</summary>
    private DjiTopic Guess(DjiMessage message)
    {
        string serial = message.Gateway is { } named && DjiTopic.IsSerial(named) ? named : _gateway;
        return message.Method switch
        {
            DjiTopology.Method => new DjiTopic(DjiChannel.Status, serial),
            null when DjiDock.Looks(message.Data) => new DjiTopic(DjiChannel.Osd, serial),
            null => new DjiTopic(DjiChannel.Osd, _desks.TryGetValue(serial, out var pair) ? pair.Roll.Current ?? "aircraft" : "aircraft"),
            { } method when s_requests.Contains(method) => new DjiTopic(DjiChannel.Requests, serial),
            _ => new DjiTopic(DjiChannel.Events, serial),
        };
    }

    private static string Name(DjiChannel channel) => new DjiTopic(channel, "x").ToString().Split('/', 4)[3];

    private static string Why(string fault) => fault switch
    {
        DjiFaults.TooLarge => "The message is larger than 256 KiB.",
        DjiFaults.NotAnObject => "The message is JSON, but no object.",
        DjiFaults.TooManyValues => "The message has more than 8192 values.",
        DjiFaults.TextTooLong => "A text of the message is longer than 8192 characters.",
        _ => "It is no JSON, or nested deeper than 16 levels, or a text in it is no Unicode.",
    };

    /// <summary>The wall clock stands still; between two messages time enough goes by that nothing is held back.</summary>
    private sealed class SteppingTime(DateTimeOffset now) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => now;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerSecond);
    }

    private sealed class Listener : IReadingSink, IDeviceWatch
    {
        private readonly List<Reading> _readings = [];

        public IReadOnlyList<Reading> Heard()
        {
            Reading[] heard = [.. _readings];
            _readings.Clear();
            return heard;
        }

        public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
        {
            _readings.Add(reading);
            return ValueTask.FromResult(new Emitted(0, false));
        }

        void IDeviceWatch.Heard()
        {
        }

        public void Fault(FaultKind kind, string reason)
        {
        }

        public void Clock(TimeSpan offset, TimeSpan uncertainty)
        {
        }
    }
}
