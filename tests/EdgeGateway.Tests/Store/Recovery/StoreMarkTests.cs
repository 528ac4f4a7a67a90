using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Tests.Store.Recovery;

public sealed class StoreMarkTests
{
    [Fact]
    public void Newest_TwoSlots_IsTheOneWithMoreCommits()
    {
        Assert.Equal(8, StoreMark.Newest(File(7, 8))!.Totals.Commits);
        Assert.Equal(9, StoreMark.Newest(File(9, 8))!.Totals.Commits);
    }

    [Fact]
    public void Newest_AnyByteOfTheNewerHit_IsTheOlder()
    {
        for (int at = 0; at < 132; at++)
        {
            byte[] file = File(7, 8);
            file[StoreMark.SlotBytes + at] ^= 0x10;

            Assert.Equal(7, StoreMark.Newest(file)?.Totals.Commits);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(131)]
    [InlineData(4096)]
    public void Newest_CutShort_IsWhatIsLeft(int length) =>
        Assert.Equal(length == 4096 ? 7 : null, StoreMark.Newest(File(7, 8).AsSpan(0, length))?.Totals.Commits);

    [Fact]
    public void Newest_GivesBackAllFigures()
    {
        StoreMark mark = Mark(5);
        var file = new byte[2 * StoreMark.SlotBytes];
        mark.Write(file);

        StoreMark read = StoreMark.Newest(file)!;

        Assert.Equal((mark.Epoch, mark.Base, 12L), (read.Epoch, read.Base, read.Parcels));
        Assert.Equal(mark.Totals with { }, read.Totals with { });
    }

    private static byte[] File(long first, long second)
    {
        var file = new byte[2 * StoreMark.SlotBytes];
        Mark(first).Write(file);
        Mark(second).Write(file.AsSpan(StoreMark.SlotBytes));
        return file;
    }

    private static StoreMark Mark(long commits)
    {
        var totals = new Totals { Commits = commits, Position = 103, Seq = 3, Parked = 1, MediaPosition = 9, Media = 2, MediaBytes = 77, MediaMissing = 4, Parcels = 12 };
        totals.Set(Lane.Alarm, 1);
        totals.Set(Lane.Event, 2);
        return new StoreMark { Totals = totals, Epoch = "5f0c1c52", Base = 100 };
    }
}
