using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>Everything received, found by what the device called it.</summary>
public sealed class ReceivedIndex
{
    private const int UuidLength = 36;

    private readonly Dictionary<(string Device, string NativeId), List<ReceivedLine>> _readings = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _pictures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spoiled = new(StringComparer.Ordinal);

    private readonly List<ReceivedLine> _parcels = [];
    private readonly List<ReceivedLine> _flights = [];
    private readonly List<ReceivedLine> _kiosks = [];
    private readonly List<ReceivedLine> _sensors = [];
    private readonly List<ReceivedLine> _shown = [];
    private readonly List<ReceivedLine> _cabinets = [];

    public SeqHoles Holes { get; } = new();

    /// <summary>What the gateways declared as gone.</summary>
    public GapAllowance Gaps { get; } = new();

    public long Duplicates { get; private set; }

    public IEnumerable<(string Device, string NativeId)> Passages => _readings.Keys;

    /// <summary>Records of parcels, whichever devices they name; repeats left out.</summary>
    internal IReadOnlyList<ReceivedLine> Readings => _parcels;

    /// <summary>What vehicles told and what was found of them; repeats left out.</summary>
    internal IReadOnlyList<ReceivedLine> Flights => _flights;

    /// <summary>What kiosks told and what was found of them; repeats left out.</summary>
    internal IReadOnlyList<ReceivedLine> Kiosks => _kiosks;

    /// <summary>What devices without a driver of their own measured; repeats left out.</summary>
    internal IReadOnlyList<ReceivedLine> Sensors => _sensors;

    /// <summary>How parts and supplies were; repeats left out.</summary>
    internal IReadOnlyList<ReceivedLine> Shown => _shown;

    /// <summary>Alarms of cabinets and supplies; repeats left out.</summary>
    internal IReadOnlyList<ReceivedLine> Cabinets => _cabinets;

    public void Add(ReceivedLine line)
    {
        if (line.Type == ReceivedLine.MediaBytes)
        {
            AddPicture(line);
        }
        else if (line.Type != ReceivedLine.Reading)
        {
            // Manifests are held against the stream by their own judge; replies are readings as well.
        }
        else if (!_ids.Add(line.Id ?? ""))
        {
            Duplicates++;
            AddReading(line, repeat: true);
        }
        else
        {
            Holes.Add(line);
            Gaps.Add(line);
            AddReading(line, repeat: false);
            Sort(line);
        }
    }

    /// <returns>All readings of one passage in the order they came; empty when none did.</returns>
    public IReadOnlyList<ReceivedLine> Of(string device, string nativeId) =>
        _readings.GetValueOrDefault((device, nativeId)) ?? [];

    /// <returns>True when the bytes of this picture came, whole.</returns>
    public bool HasPicture(string sha256, long bytes) => _pictures.TryGetValue(sha256, out long length) && length == bytes;

    /// <returns>True when other bytes came under this hash.</returns>
    public bool IsSpoiled(string sha256) => _spoiled.Contains(sha256);

    /// <summary>
    /// A gateway may add to a UUID what tells several captures of one vehicle apart (plate-camera.md section 7:
    /// UUID + pId or absTime); the twin's identifier is the UUID alone. What stands behind a tilde tells parts of one passage apart.
    /// </summary>
    private static string Identity(string nativeId) => Whole(nativeId.IndexOf('~', StringComparison.Ordinal) is var tilde and > 0 ? nativeId[..tilde] : nativeId);

    private static string Whole(string nativeId) =>
        nativeId.Length > UuidLength && Guid.TryParseExact(nativeId.AsSpan(0, UuidLength), "D", out _) ? nativeId[..UuidLength] : nativeId;

    /// <summary>To those who judge it.</summary>
    private void Sort(ReceivedLine line)
    {
        if (line.Kind == ParcelRecords.Kind)
        {
            _parcels.Add(line);
        }
        else if (line.Kind?.StartsWith("drone.", StringComparison.Ordinal) == true || line.Kind?.StartsWith("robot.", StringComparison.Ordinal) == true)
        {
            _flights.Add(line);
        }
        else if (line.Kind is KioskJudge.Transaction or KioskJudge.AlarmKind)
        {
            _kiosks.Add(line);
        }
        else if (line.Kind?.StartsWith(SensorJudge.Kinds, StringComparison.Ordinal) == true)
        {
            _sensors.Add(line);
        }
        else if (line.Kind == CabinetJudge.AlarmKind)
        {
            _cabinets.Add(line);
        }
        else if (line.Kind is "kiosk.module" or "kiosk.consumable")
        {
            _shown.Add(line);
        }
    }

    private void AddReading(ReceivedLine line, bool repeat)
    {
        if (line.Device is not { } device || line.NativeId is not { } nativeId)
        {
            return;
        }

        (string, string) key = (device, Identity(nativeId));
        if (!_readings.TryGetValue(key, out List<ReceivedLine>? known))
        {
            _readings[key] = known = [];
        }

        // A repeat is kept only when it differs: that is an alteration, however often the true one came.
        if (!repeat || !known.Any(other => Same(other, line)))
        {
            known.Add(line);
        }
    }

    private static bool Same(ReceivedLine a, ReceivedLine b) =>
        a.Kind == b.Kind && a.Plate == b.Plate && a.LaneNo == b.LaneNo && a.Time == b.Time && (a.Media ?? []).SequenceEqual(b.Media ?? []) && SaysTheSame(a.Data, b.Data);

    private static bool SaysTheSame(JsonElement? a, JsonElement? b) => a is { } one && b is { } other ? JsonElement.DeepEquals(one, other) : a is null && b is null;

    private void AddPicture(ReceivedLine line)
    {
        _pictures[line.Sha256 ?? ""] = line.Bytes ?? -1;
        if (line.Named is { } named && named != line.Sha256)
        {
            _spoiled.Add(named);
        }
    }
}
