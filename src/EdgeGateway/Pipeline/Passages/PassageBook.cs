using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Pipeline.Passages;

/// <summary>
/// Links the readings of one passage: the same plate at the same checkpoint and lane within three seconds, whichever camera
/// or protocol, and the parts of one reading that come one by one. Nothing is dropped or held back: a reading is marked with
/// what is known when it comes. What was not read is never linked by plate. Remembers a bounded number; never waits.
/// </summary>
/// <param name="mostPassages">Passages, and as many unfinished readings, that are remembered; the oldest go first.</param>
public sealed class PassageBook(int mostPassages = 16_384)
{
    private static readonly TimeSpan s_apart = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Remembered<(string Scope, string Plate), List<Passage>> _byPlate = new(mostPassages);
    private readonly Remembered<(string Device, string Key), Passage> _open = new(mostPassages);

    /// <returns>The reading with its passage; a reading that is no plate is returned as it is.</returns>
    public Reading Mark(Reading reading)
    {
        if (reading.Body is not PlateReadBody body)
        {
            return reading;
        }

        lock (_gate)
        {
            return reading with { Body = body with { Passage = Find(reading, body).Take(reading, body) } };
        }
    }

    private Passage Find(Reading reading, PlateReadBody body)
    {
        var open = (reading.Device, Key: body.PassageKey ?? "");
        bool begun = _open.TryGet(open, out var unfinished);
        if (begun && !Passage.IsUnfinished(body))
        {
            // The key may come again with the next capture of a vehicle that stays.
            _open.Remove(open);
        }

        if (begun)
        {
            return unfinished!;
        }

        var passage = IsPlate(body) ? ByPlate(reading, body) : new Passage(PassageId.OfUnread(reading, body), reading.Time, null);
        if (open.Key.Length > 0 && Passage.IsUnfinished(body))
        {
            _open.Add(open, passage);
        }

        return passage;
    }

    private Passage ByPlate(Reading reading, PlateReadBody body)
    {
        var key = (PassageId.Scope(reading, body), body.Plate.Text!);
        if (!_byPlate.TryGet(key, out var passages))
        {
            _byPlate.Add(key, passages = []);
        }

        var nearest = passages.Where(one => one.Fits(reading, body, s_apart)).MinBy(one => (one.Anchor - reading.Time).Duration());
        if (nearest is null)
        {
            nearest = new Passage(PassageId.OfPlate(reading, body, s_apart), reading.Time, body.LaneNo);
            passages.Add(nearest);
            if (passages.Count > Passage.MostOfOnePlate)
            {
                passages.RemoveAt(0);
            }
        }

        return nearest;
    }

    // Sentinels have no text; a mask links only with the very same mask.
    private static bool IsPlate(PlateReadBody body) => body.Plate is { Text.Length: > 0, Outcome: not ("NO_PLATE" or "UNREAD") };
}
