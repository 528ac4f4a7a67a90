using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Writing;

/// <summary>The files of one commit, from the disk to their rows, and which of them are given up for lack of room.</summary>
internal sealed class BatchFiles(StagedMedia media, Housekeeping housekeeping, StoreTables tables, ILogger log)
{
    private readonly RefusalEpisode _disk = new("the disk does not take a file", log);
    private readonly RefusalEpisode _lane = new("the lane of files refuses what is new", log);
    private List<AppendTicket> _appends = [];

    public static HashSet<string> HashesOf(List<AppendTicket> appends) =>
        [.. appends.SelectMany(static append => append.Reading.Attachments).Select(static attachment => attachment.Sha256)];

    /// <summary>Makes them durable; for those that the disk has no room for some is made once.</summary>
    public void Stage(List<AppendTicket> appends)
    {
        _appends = appends;
        Write();
        if (media.Clear(housekeeping.IsNoRoom) && housekeeping.MakeRoomForFiles(2 * appends.Sum(static append => append.Bytes), HashesOf(appends)))
        {
            media.Again();
            Write();
        }

        media.GiveUp(housekeeping.MayGiveUp);
    }

    /// <summary>A reading is refused for a file that travels, and for one that is kept until somebody asks only when the disk is broken.</summary>
    /// <returns>Why the reading is not kept; null when it is.</returns>
    public Exception? Refusal(AppendTicket append)
    {
        IReadOnlyList<Attachment> files = append.Reading.Attachments;
        if (files.Count == 0)
        {
            return null;
        }

        if (housekeeping.RefusesFiles(() => HashesOf(_appends)))
        {
            append.WithoutFiles = files.All(static file => file.OnDemand);
            return append.WithoutFiles ? null : _lane.Begin(new IOException("its quota, or the disk, is full, and what is there is to be kept"));
        }

        _lane.Over();
        if (media.Refusal(files) is { } failure)
        {
            return _disk.Begin(failure);
        }

        _disk.Over();
        return null;
    }

    /// <summary>A file for which there is no room is told as gone; its reading is kept: files go before facts.</summary>
    public void Write(AppendTicket append, Totals totals)
    {
        if (append.Reading.Attachments.Count == 0)
        {
            return;
        }

        var of = new Dropped(append.Reading.Device, Lane.Media, tables.Epoch, append.Seq);
        var (lost, unasked) = (new GapTally(GapCauses.DiskFull), new GapTally(GapCauses.Unasked));
        foreach (Attachment attachment in append.Reading.Attachments)
        {
            if (media.IsWithout(attachment.Sha256) || (append.WithoutFiles && !tables.Media.Holds(attachment.Sha256)))
            {
                (attachment.OnDemand ? unasked : lost).Add(of);
            }
            else
            {
                tables.Media.Add(attachment.Sha256, attachment.Type, attachment.Content.Length, of, totals, attachment.OnDemand);
            }
        }

        tables.Gaps.Merge(lost, totals);
        tables.Gaps.Merge(unasked, totals);
    }

    /// <summary>After the commit or its failure: a file that no row names leaves the disk.</summary>
    public void Settle() => media.Settle();

    private void Write()
    {
        foreach (AppendTicket append in _appends.Where(static append => !append.Duplicate && append.Reading.Attachments.Count > 0))
        {
            media.Write(append.Reading.Attachments);
        }

        media.Sync();
    }
}
