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

        var finds = book.Find(body.Plate);
        return finds.Count == 0 ? [] : [.. finds.Select(find => Hit(reading, body, find))];
    }

    private PlateHit Hit(Reading reading, PlateReadBody body, HotListFind find)
    {
        var key = NativeKey.OfHit(reading, find.Origin, find.Entry?.Id ?? string.Empty);
        var told = find.Entry is { NotifyAt: not null } entry && !HotListOrigins.IsPlatforms(find.Origin)
            ? notices.KeepAsync(find.Origin, Notice(key, reading, body, entry, find.IsExact))
            : Task.CompletedTask;
        return new PlateHit(reading with { Lane = Lane.Alarm, Body = HitBody(reading, body, find) }, key, told);
    }

    private HotListNotice Notice(UInt128 key, Reading reading, PlateReadBody body, HotListEntry entry, bool isExact) =>
        new(key.ToString("x32", null), entry, reading.Device, reading.Time, time.GetUtcNow(), body, !isExact);

    private static PlateHitBody HitBody(Reading reading, PlateReadBody body, HotListFind find) => new()
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
        Plate = body.Plate,
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
