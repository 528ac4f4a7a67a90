using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Media;

/// <summary>
/// The new files of one commit. All are written first and synced after, so that one sync of the disk's journal serves
/// many. A file that the disk refuses refuses the readings that name it; the facts beside it go on.
/// </summary>
internal sealed class StagedMedia(Spool spool, MediaTable table)
{
    private readonly Dictionary<string, StagedFile> _files = [];

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
        }
    }

    public void Sync()
    {
        if (_files.Count == 0)
        {
            return;
        }

        foreach (StagedFile file in _files.Values)
        {
            file.Sync();
        }

        foreach (IGrouping<string, StagedFile> folder in _files.Values.GroupBy(static file => file.Sha256[..2]))
        {
            folder.First().SyncFolder();
            Spread(folder);
        }
    }

    /// <returns>Why one of the files cannot be kept; null when all are safe.</returns>
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
        foreach (StagedFile file in _files.Values.Where(file => !table.Holds(file.Sha256)))
        {
            file.Discard();
        }

        _files.Clear();
    }

    private static void Spread(IGrouping<string, StagedFile> folder)
    {
        if (folder.First().Failure is { } failure)
        {
            foreach (StagedFile file in folder)
            {
                file.Refuse(failure);
            }
        }
    }

    private bool Known(string sha256) => _files.ContainsKey(sha256) || (table.Holds(sha256) && spool.Holds(sha256));
}
