using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Makes of every plate that somebody looks for an alarm, and of some of them a notice to whoever looks.</summary>
public sealed class PlateWatch(HotListBook book, NoticeBox notices, TimeProvider time) : IPlateWatch
{
    private const string Unreadable = "ENTRY_UNREADABLE";

    /// <inheritdoc/>
    public Task Ready => book.Ready;

    /// <inheritdoc/>
    public IReadOnlyList<PlateHit> Look(Reading reading)
    {
        if (reading.Body is not PlateReadBody body)
        {
            return [];
        }

        var first = book.Find(body.Plate);
        IReadOnlyList<PlateHit> hits = first.Count == 0 ? [] : [.. first.Select(find => Hit(reading, body, body.Plate, find))];
        return body is { AttachedPlate: null, FurtherPlates: null } ? hits : [.. hits, .. OfOtherPlates(reading, body, [.. first.Select(find => (find.Origin, find.Entry?.Id))])];
    }

    /// <summary>A trailer and a vehicle with several plates are looked for under each; an entry that two of them fit is one hit.</summary>
    private IEnumerable<PlateHit> OfOtherPlates(Reading reading, PlateReadBody body, HashSet<(string Origin, string? Id)> found)
    {
        IEnumerable<PlateInfo> others = body.FurtherPlates ?? [];
        foreach (var plate in body.AttachedPlate is { } trailer ? others.Prepend(trailer) : others)
        {
            foreach (var find in book.Find(plate))
            {
                if (found.Add((find.Origin, find.Entry?.Id)))
                {
                    yield return Hit(reading, body, plate, find);
                }
            }
        }
    }

    private PlateHit Hit(Reading reading, PlateReadBody body, PlateInfo plate, HotListFind find)
    {
        var key = NativeKey.OfHit(reading, find.Origin, find.Entry?.Id ?? string.Empty);
        var told = find.Entry is { NotifyAt: not null } entry && !HotListOrigins.IsPlatforms(find.Origin)
            ? notices.KeepAsync(find.Origin, Notice(key, reading, body, entry, find.IsExact))
            : Task.CompletedTask;
        return new PlateHit(reading with { Lane = Lane.Alarm, Body = HitBody(reading, body, plate, find) }, key, told);
    }

    private HotListNotice Notice(UInt128 key, Reading reading, PlateReadBody body, HotListEntry entry, bool isExact) =>
        new(key.ToString("x32", null), entry, reading.Device, reading.Time, time.GetUtcNow(), body, !isExact);

    private static PlateHitBody HitBody(Reading reading, PlateReadBody body, PlateInfo plate, HotListFind find) => new()
    {
        Entry = find.Entry?.Id ?? string.Empty,
        Origin = find.Origin,
        Wanted = find.Entry?.Plate,
        Category = find.Entry?.Category,
        Reason = find.Entry?.Reason,
        Authority = find.Entry?.Authority,
        Priority = find.Entry?.Priority,
        Match = find.IsExact ? PlateHitBody.Exact : PlateHitBody.Possible,
        Cost = find.Cost,
        Plate = plate,
        Vehicle = body.Vehicle,
        Device = reading.Device,
        Time = reading.Time,
        LaneNo = body.LaneNo,
        CheckpointId = body.CheckpointId,
        PassageKey = body.PassageKey,
        Passage = body.Passage,
        SpeedKmh = body.SpeedKmh,
        Heading = body.Heading,
        RelativeDirection = body.RelativeDirection,
        Position = body.Position,
        Media = body.Media,
        Flags = find.Entry is null ? [.. body.Flags ?? [], Unreadable] : body.Flags,
        Source = body.Source,
    };
}
