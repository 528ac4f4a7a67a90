using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Media;

/// <summary>
/// The new files of one commit. All are written first and synced after, so that one sync of the disk's journal serves
/// many. A file that the disk refuses refuses the readings that name it; the facts beside it go on.
/// </summary>
internal sealed class StagedMedia(Spool spool, SyncCrew crew, MediaTable table)
{
    private readonly Dictionary<string, StagedFile> _files = [];
    private readonly HashSet<string> _without = [];
    private List<StagedFile> _cleared = [];

    public void Write(IReadOnlyList<Attachment> attachments)
    {
        foreach (Attachment attachment in attachments)
        {
            if (!Known(attachment.Sha256))
            {
                StagedFile file = spool.Begin(attachment.Sha256);
                file.Write(attachment.Content);
                _files.Add(file.Sha256, file);
            }

            if (!attachment.OnDemand && _files.TryGetValue(attachment.Sha256, out StagedFile? staged))
            {
                staged.Travels = true;
            }
        }
    }

    public void Sync()
    {
        if (_files.Count == 0)
        {
            return;
        }

        crew.Do([.. _files.Values.Select(static file => (Action)file.Sync)]);
        crew.Do([.. Written().GroupBy(static file => file.Sha256[..2]).Select(static folder => (Action)(() => SyncFolder(folder)))]);
    }

    /// <summary>Takes off the disk what it had no room for.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Clear(Func<IOException, bool> isNoRoom)
    {
        _cleared = [.. _files.Values.Where(file => file.Failure is { } failure && isNoRoom(failure))];
        _cleared.ForEach(static file => file.Discard());
        return _cleared.Count > 0;
    }

    /// <summary>Before files that were cleared are written once more.</summary>
    public void Again() => _cleared.ForEach(file => _files.Remove(file.Sha256));

    /// <summary>Gives up files that the disk did not take; the readings that name them go on without.</summary>
    /// <param name="mayGo">By what it said, and whether the file travels.</param>
    public void GiveUp(Func<IOException, bool, bool> mayGo)
    {
        foreach (StagedFile file in _files.Values.Where(file => file.Failure is { } failure && mayGo(failure, file.Travels)).ToList())
        {
            file.Discard();
            _files.Remove(file.Sha256);
            _without.Add(file.Sha256);
        }
    }

    /// <returns>True when the file was given up.</returns>
    public bool IsWithout(string sha256) => _without.Contains(sha256);

    /// <returns>Why one of the files cannot be kept; null when all are safe or given up.</returns>
    public IOException? Refusal(IReadOnlyList<Attachment> attachments)
    {
        foreach (Attachment attachment in attachments)
        {
            if (_files.TryGetValue(attachment.Sha256, out StagedFile? file) && file.Failure is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>After the commit or its failure: a file that no row names leaves the disk.</summary>
    public void Settle()
    {
        List<StagedFile> files = [.. _files.Values];
        _files.Clear();
        _without.Clear();
        foreach (StagedFile file in files.Where(file => !table.Holds(file.Sha256)))
        {
            file.Discard();
        }
    }

    private static void SyncFolder(IEnumerable<StagedFile> files)
    {
        StagedFile first = files.First();
        first.SyncFolder();
        if (first.Failure is { } failure)
        {
            foreach (StagedFile file in files)
            {
                file.Refuse(failure);
            }
        }
    }

    private IEnumerable<StagedFile> Written() => _files.Values.Where(static file => file.Failure is null);

    private bool Known(string sha256) => _files.ContainsKey(sha256) || (table.Holds(sha256) && spool.Holds(sha256));
}
