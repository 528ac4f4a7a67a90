using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Recovery.Raw;

namespace EdgeGateway.Tests.Store.Recovery.Raw;

/// <summary>The reader of raw pages against files that SQLite itself wrote, whole and as rubbish.</summary>
public sealed class RawPagesTests(DamagedSample sample) : IClassFixture<DamagedSample>
{
    [Fact]
    public void Sweep_WholeStore_FindsExactlyWhatWaits()
    {
        (Inventory inventory, ReadingCarrier carrier) = Sweep(sample.Folder);

        Assert.Equal(sample.Waiting.Keys.Order(), carrier.Carried.InOrder());
        Assert.Equal(sample.Parked.Count, carrier.Parked);
        Assert.Equal(sample.Waiting.Count, inventory.Indexed.Sum(static lane => lane.Count));
        Assert.Equal(sample.Files, inventory.Media.Select(static file => file.Sha256).ToHashSet());
        Assert.Equal(DamagedSample.Count, inventory.Keys.Count);
        Assert.Equal("41", inventory.Memory["uplink.connection"]);
    }

    [Fact]
    public void Read_WholeLog_ProvesEveryFrame()
    {
        using var log = File.OpenHandle(Path.Combine(sample.Folder, "store.db-wal"));

        List<WalFrame> frames = WalReader.Read(log);

        Assert.NotEmpty(frames);
        Assert.All(frames, static frame => Assert.True(frame.Sound));
        Assert.True(frames[^1].Commits);
    }

    [Fact]
    public void Read_OneByteHit_DoubtsThatFrameAlone()
    {
        using var bench = new StoreBench();
        DamagedSample.Copy(sample.Folder, bench.Folder);
        string path = Path.Combine(bench.Folder, "store.db-wal");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[32 + (2 * (24 + 4096)) + 24 + 100] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var log = File.OpenHandle(path);

        List<WalFrame> frames = WalReader.Read(log);

        Assert.Equal([2], Enumerable.Range(0, frames.Count).Where(frame => !frames[frame].Sound));
    }

    [Fact]
    public void Sweep_Rubbish_EndsAndProvesNothing()
    {
        var random = new Random(7);
        byte[] whole = File.ReadAllBytes(Path.Combine(sample.Folder, "store.db"));
        for (int round = 0; round < Math.Min(100, Support.FuzzSize.Of(3)); round++)
        {
            using var bench = new StoreBench();
            Directory.CreateDirectory(bench.Folder);
            byte[] bytes = [.. whole];
            for (int hit = 0; hit < 4000; hit++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(Path.Combine(bench.Folder, "store.db"), bytes);

            (_, ReadingCarrier carrier) = Sweep(bench.Folder);

            Assert.All(carrier.Carried.InOrder(), position => Assert.True(sample.Given.ContainsKey(position)));
        }
    }

    [Fact]
    public void Parse_AnyBytes_NeverReachesBeyondThem()
    {
        var random = new Random(11);
        var bytes = new byte[64];
        for (int round = 0; round < 200_000; round++)
        {
            random.NextBytes(bytes);
            bytes[0] = (byte)random.Next(20);
            if (RawRecord.TryParse(bytes.AsSpan(0, random.Next(65)), out RawRecord record))
            {
                for (int column = 0; column < record.Count; column++)
                {
                    _ = record.IsInteger(column) ? record.Integer(column) : record.Bytes(column).Length;
                }
            }
        }
    }

    private static (Inventory Inventory, ReadingCarrier Carrier) Sweep(string folder)
    {
        using var pages = new RawPages(Path.Combine(folder, "store.db"), Path.Combine(folder, "store.db-wal"));
        var sweep = new PageSweep(pages);
        var inventory = new Inventory();
        sweep.Show(inventory);
        var seen = new PositionSet();
        LastKnown known = LastKnown.Of(MarkFile.Read(folder), inventory, new() { Folder = folder, Gateway = "gw-test" });
        var carrier = new ReadingCarrier(inventory, known, sweep.Consistent, reading => seen.Add(reading.Position));
        sweep.Show(carrier);
        return (inventory, carrier);
    }
}
