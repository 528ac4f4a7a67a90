using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Store.HotList;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Store.HotList;

/// <summary>The file of a list under crashes and damage.</summary>
public sealed class HotListFileTests : IDisposable
{
    private const string Origin = "lib-1";

    private readonly string _store = Directory.CreateTempSubdirectory("edge-hotlist-").FullName;
    private readonly HotListFolder _folder;

    public HotListFileTests()
    {
        _folder = new HotListFolder(_store, new FakeTimeProvider());
        Assert.Empty(_folder.Origins());
    }

    private string Path_ => Path.Combine(_store, "hotlist", Origin + ".list");

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public void Record_EveryField_IsReadBackAsItWas()
    {
        var full = Entry("e-1") with { Colour = 99, PlateClass = "02", Priority = -7, NotifyAt = "http://h/x", Fuzzy = true, Reason = new string('案', 256), Authority = new string('队', 64) };
        foreach (var entry in new[] { full, Entry("e-2") })
        {
            Assert.True(HotListRecord.TryFind(HotListRecord.OfPut(entry), out var payload) > 0);
            Assert.Equal(entry, HotListRecord.EntryOf(payload));
        }
    }

    [Fact]
    public void Open_RecordsOfAnEarlierProcess_ComeInOrderAndAreReadByPlace()
    {
        Write("e-1", "e-2", "e-3");

        var (ids, damage) = Read();
        Assert.Equal(["e-1", "e-2", "e-3"], ids);
        Assert.Null(damage);
    }

    [Fact]
    public void Open_CutAtEveryByte_GivesWhatIsWholeAndTakesMore()
    {
        Write("e-1", "e-2", "e-3");
        byte[] whole = File.ReadAllBytes(Path_);
        int first = 16 + HotListRecord.OfPut(Entry("e-1")).Length;
        for (int length = 16; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(Path_, whole[..length]);
            var (ids, damage) = Read(file => file.Append(HotListRecord.OfPut(Entry("more"))));
            int complete = ids.Count;
            Assert.Equal(new[] { "e-1", "e-2", "e-3" }[..complete], ids);
            Assert.True(complete >= (length >= first ? 1 : 0));
            Assert.True(damage is null || damage is { Lost: 0, Torn: > 0, SetAside: null });
            Assert.Equal([.. ids, "more"], Read().Ids);
        }
    }

    [Fact]
    public void Open_AnyByteInTheMiddleWrong_CostsOneRecordAndIsTold()
    {
        Write("e-1", "e-2", "e-3");
        byte[] whole = File.ReadAllBytes(Path_);
        int size = HotListRecord.OfPut(Entry("e-1")).Length;
        int used = HotListRecord.HeadBytes + BitConverter.ToInt32(whole, 16 + size + 4);
        for (int at = 16 + size; at < 16 + size + used; at += 3)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            File.WriteAllBytes(Path_, damaged);

            var (ids, damage) = Read();
            Assert.Equal(["e-1", "e-3"], ids);
            Assert.Equal(size, damage!.Lost);
            Assert.Equal(damaged, File.ReadAllBytes(Path.Combine(_store, "hotlist", damage.SetAside!)));
            Assert.Null(Read().Damage);
        }
    }

    [Fact]
    public void Open_HeaderOfAnotherFormat_IsSetAside()
    {
        Write("e-1");
        byte[] whole = File.ReadAllBytes(Path_);
        whole[13] = (byte)'2';
        File.WriteAllBytes(Path_, whole);

        var (ids, damage) = Read();
        Assert.Equal(["e-1"], ids);
        Assert.Equal(-1, damage!.Lost);
        Assert.NotNull(damage.SetAside);
    }

    [Fact]
    public void Staging_NotTaken_LeavesTheListAndIsThrownAwayAtTheNextStart()
    {
        Write("e-1");
        var staging = _folder.Begin(Origin);
        for (int i = 0; i < 5_000; i++)
        {
            staging.Add(HotListRecord.OfPut(Entry($"new-{i}")));
        }

        // The process is killed here: nobody disposes.
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_store, "hotlist")).Length);
        Assert.Equal([Origin], _folder.Origins());
        Assert.Single(Directory.GetFiles(Path.Combine(_store, "hotlist")));
        Assert.Equal(["e-1"], Read().Ids);
    }

    [Fact]
    public void Staging_Taken_IsTheWholeList()
    {
        Write("e-1");
        using var staging = _folder.Begin(Origin);
        var places = Enumerable.Range(0, 5_000).Select(i => staging.Add(HotListRecord.OfPut(Entry($"new-{i}")))).ToList();
        using (var file = staging.Take())
        {
            Assert.Equal("new-4321", file.Read(places[4321])!.Id);
        }

        Assert.Equal(5_000, Read().Ids.Count);
    }

    [Fact]
    public void Read_NoRecordAtThatPlace_IsNull()
    {
        Write("e-1", "e-2");
        Read(file =>
        {
            Assert.Null(file.Read(32));
            Assert.Null(file.Read(1 << 20));
            Assert.Equal("e-1", file.Read(16)!.Id);
        });
    }

    [Fact]
    public void Append_DiskRefuses_LeavesTheFileAsItWas()
    {
        Write("e-1");
        byte[] before = File.ReadAllBytes(Path_);
        using (var file = new HotListFile(File.OpenHandle(Path_, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), before.Length))
        {
            Assert.Throws<StoreRefusedException>(() => file.Append(HotListRecord.OfPut(Entry("e-2"))));
            Assert.Equal(before.Length, file.Bytes);
        }

        Assert.Equal(before, File.ReadAllBytes(Path_));
    }

    [Fact]
    public void Append_BehindWhatAFailedOneLeft_CutsItFirst()
    {
        Write("e-1");
        byte[] before = File.ReadAllBytes(Path_);
        File.WriteAllBytes(Path_, [.. before, .. HotListRecord.OfPut(Entry("half")), .. HotListRecord.OfPut(Entry("refused"))]);
        using (var file = new HotListFile(File.OpenHandle(Path_, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite), before.Length, inDoubt: true))
        {
            file.Append(HotListRecord.OfRemove("e-9"));
        }

        Assert.Equal(["e-1", "e-9"], Read().Ids);
    }

    [Fact]
    public void Open_NameThatIsAFolder_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_store, "hotlist", "x.list"));
        Directory.CreateDirectory(Path.Combine(_store, "hotlist", "y.list.1.new"));

        Assert.Throws<StoreRefusedException>(() => _folder.Open("x", static _ => static (_, _) => { }));
        Assert.Throws<StoreRefusedException>(() => _folder.Begin("y"));
    }

    [Fact]
    public void Open_AnyBytes_NeitherThrowsNorInvents()
    {
        Write("e-1", "e-2", "e-3", "e-4", "e-5");
        byte[] whole = File.ReadAllBytes(Path_);
        int count = FuzzSize.Of(100);
        var random = new Random(7);
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = random.Next(4) == 0 ? new byte[random.Next(600)] : [.. whole];
            if (bytes.Length != whole.Length)
            {
                random.NextBytes(bytes);
            }

            for (int changes = random.Next(1, 6); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(Path_, bytes);
            Assert.All(Read().Ids, id => Assert.Matches("^e-[1-5]$", id));
            Directory.GetFiles(Path.Combine(_store, "hotlist"), "*damaged*").ToList().ForEach(File.Delete);
        }
    }

    [Fact]
    public void TryFind_SoundChecksumOverNonsense_IsNoRecord()
    {
        var random = new Random(8);
        for (int i = 0; i < FuzzSize.Of(20_000); i++)
        {
            var payload = new byte[random.Next(1, 80)];
            random.NextBytes(payload);
            payload[0] = (byte)random.Next(4);
            if (HotListRecord.TryFind(HotListRecord.Again(payload), out var found) > 0 && found[0] == HotListRecord.Put)
            {
                Assert.NotNull(HotListRecord.EntryOf(found));
                _ = HotListRecord.PlateOf(found).Length + HotListRecord.IdOf(found).Length;
            }
        }
    }

    private static HotListEntry Entry(string id) => new()
    {
        Id = id, Plate = "苏A3HK57", Category = "stolen", Reason = "case", Authority = "station 4",
        From = new DateTimeOffset(2026, 1, 1, 0, 0, 0, 120, TimeSpan.Zero), To = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private void Write(params string[] ids)
    {
        using var staging = _folder.Begin(Origin);
        using var file = staging.Take();
        foreach (string id in ids)
        {
            file.Append(HotListRecord.OfPut(Entry(id)));
        }
    }

    private (List<string> Ids, HotListDamage? Damage) Read(Action<HotListFile>? then = null)
    {
        var ids = new List<string>();
        var (file, damage) = _folder.Open(Origin, _ =>
        {
            ids.Clear();
            return (_, payload) => ids.Add(Encoding.UTF8.GetString(HotListRecord.IdOf(payload)));
        });
        using (file)
        {
            then?.Invoke(file);
        }

        return (ids, damage);
    }
}
