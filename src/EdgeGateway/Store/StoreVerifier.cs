using EdgeGateway.Store.Evidence;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store;

/// <summary>
/// Looks at every byte of a store that matters, whether a gateway runs on it or not. Takes no lock and writes nothing.
/// </summary>
public static class StoreVerifier
{
    private const int SliceRows = 1_000;

    /// <param name="folder">Folder of the store.</param>
    /// <returns>All findings that can be had beside each other.</returns>
    /// <exception cref="StoreOpenException">There is no store, or it is of another version.</exception>
    public static StoreVerdict Verify(string folder)
    {
        // The mark first: a gateway that runs moves on, and a database newer than its mark is no finding.
        StoreMark? mark = MarkFile.Read(folder);
        string file = StoreFolder.DatabaseOf(folder);
        if (!File.Exists(file) && mark is null)
        {
            throw new StoreOpenException($"There is no store in {folder}.");
        }

        var findings = new List<string>();
        long rows = 0;
        long files = 0;
        long parcels = 0;
        bool open = Look(findings, () => FirstLook.Take(folder, mark)) && Look(findings, () => Whole(file, mark));
        if (open)
        {
            Look(findings, () => Pages(file, findings));
            Look(findings, () => rows = Rows(file));
            Look(findings, () => files = Files(folder, file, findings));
            Look(findings, () => parcels = Parcels(file));
        }

        var (links, broken) = open ? Chain(file, findings) : (0, null);
        return new StoreVerdict(rows, files, [.. findings.Distinct()]) { Links = links, BrokenLink = broken, Parcels = parcels };
    }

    private static (long Links, string? Broken) Chain(string file, List<string> findings)
    {
        long links = 0;
        string? broken = null;
        Look(findings, () =>
        {
            using StoreConnection connection = StoreConnection.ForLooking(file);
            connection.Execute("BEGIN");
            var check = new EvidenceCheck(connection);
            broken = check.FirstBroken();
            links = check.Links;
            connection.Execute("COMMIT");
        });
        return (links, broken);
    }

    private static bool Look(List<string> findings, Action look)
    {
        try
        {
            look();
            return true;
        }
        catch (StoreDamagedException e)
        {
            findings.Add(e.Cause);
        }
        catch (SqliteException e)
        {
            findings.Add("database: " + e.Message);
        }
        catch (IOException e)
        {
            findings.Add("disk: " + e.Message);
        }

        return false;
    }

    private static void Whole(string file, StoreMark? mark)
    {
        using StoreConnection connection = StoreConnection.ForLooking(file);
        StoreSchema.Check(connection);
        connection.Execute("BEGIN");
        StartCheck.Run(connection, new TotalsTable(connection).Read(), EpochTable.All(connection), mark);
        connection.Execute("COMMIT");
    }

    private static void Pages(string file, List<string> findings)
    {
        using StoreConnection connection = StoreConnection.ForLooking(file);
        using Statement check = connection.Prepare("PRAGMA quick_check(10)");
        while (check.Step())
        {
            if (check.Text(0) is not "ok" and var what)
            {
                findings.Add("database: " + what);
            }
        }
    }

    private static long Rows(string file)
    {
        using var walk = new TableWalk(StoreConnection.ForLooking(file));
        for (long? after = 0; after is { } at;)
        {
            after = walk.Slice(at, SliceRows);
        }

        return walk.Rows;
    }

    private static long Parcels(string file)
    {
        using StoreConnection connection = StoreConnection.ForLooking(file);
        return new ParcelTable(connection).All().Count;
    }

    private static long Files(string folder, string file, List<string> findings)
    {
        using StoreConnection connection = StoreConnection.ForLooking(file);
        var table = new MediaTable(connection);
        var spool = new Spool(folder);
        long files = 0;
        for (int first = 0; first < 256; first++)
        {
            foreach (StoredMedia media in table.InFolder((byte)first))
            {
                files++;
                bool delivered = !spool.Holds(media.Sha256) && table.Find(media.Sha256) is null;
                if (!delivered && !(spool.Holds(media.Sha256) && spool.Sound(media.Sha256)))
                {
                    findings.Add("picture: " + media.Sha256);
                }
            }
        }

        return files;
    }
}
