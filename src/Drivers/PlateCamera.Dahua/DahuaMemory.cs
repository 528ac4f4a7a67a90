using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>
/// What is safe of one camera: the latest capture time, and what the last passages were, so that a back-fill neither
/// leaves a hole nor tells twice. It lives as long as the settings, not longer: after a restart there is no back-fill.
/// </summary>
internal sealed class DahuaMemory
{
    private const int Most = 4096;
    private static readonly TimeSpan s_ahead = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private DateTimeOffset? _latest;
    private DateTimeOffset? _missing;

    /// <summary>
    /// From where on passages may be missing: the latest on disk, or where a back-fill began that did not come to its end,
    /// because live passages are on disk before it. Null when nothing is known.
    /// </summary>
    public DateTimeOffset? BeginFill()
    {
        lock (_gate)
        {
            return _missing ??= _latest;
        }
    }

    /// <summary>A back-fill came to its end.</summary>
    public void EndFill()
    {
        lock (_gate)
        {
            _missing = null;
        }
    }

    /// <summary>A reading is on disk.</summary>
    public void Stored(Reading reading)
    {
        lock (_gate)
        {
            bool usable = reading.TimeFrom == TimeOrigin.Device && reading.Time <= reading.Received + s_ahead;
            _latest = usable && (_latest is null || reading.Time > _latest) ? reading.Time : _latest;
            if (reading.Body is PlateReadBody body && body.Plate.Text is { } plate)
            {
                Remember(Key(reading.Time, plate));
            }

            foreach (var picture in reading.Attachments)
            {
                Remember(picture.Sha256);
            }
        }
    }

    /// <summary>Whether the stream has delivered this passage: the same plate within a second, or the same picture.</summary>
    public bool Knows(DateTimeOffset time, string? plate, IEnumerable<string> pictures)
    {
        lock (_gate)
        {
            return pictures.Any(_known.Contains)
                || (plate is not null && (_known.Contains(Key(time, plate)) || _known.Contains(Key(time.AddSeconds(-1), plate)) || _known.Contains(Key(time.AddSeconds(1), plate))));
        }
    }

    private static string Key(DateTimeOffset time, string plate) => FormattableString.Invariant($"{time.ToUnixTimeSeconds()} {plate}");

    private void Remember(string key)
    {
        if (_known.Add(key))
        {
            _order.Enqueue(key);
            if (_order.Count > Most)
            {
                _known.Remove(_order.Dequeue());
            }
        }
    }
}
