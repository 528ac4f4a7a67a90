using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

public sealed class SqliteMediaTests : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly StoreBench _bench = new();
    private SqliteReadingStore _store = null!;

    public Task InitializeAsync()
    {
        _store = _bench.Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Append_WithFiles_KeepsThemUnderTheirHash()
    {
        Attachment scene = File(1);
        Attachment plate = File(2, 0);

        await _store.AppendAsync(Reading(1, attachments: [scene, plate]), default);

        Assert.Equal([new(1, scene.Sha256, "image/jpeg", 5000), new(2, plate.Sha256, "image/jpeg", 0)], _store.Pending(0, 10));
        Assert.Equal(scene.Content.ToArray(), ReadAll(_store.Open(scene.Sha256)));
        Assert.True(System.IO.File.Exists(Path.Combine(_bench.Folder, "media", scene.Sha256[..2], scene.Sha256)));
        Assert.Equal((2, 5000), (_store.Status().MediaWaiting, _store.Status().MediaBytes));
        Assert.Empty(Directory.GetFiles(Path.Combine(_bench.Folder, "media", "incoming")));
    }

    [Fact]
    public async Task Append_SameFileManyTimes_IsQueuedOnce()
    {
        Task<Appended>[] calls = [.. Enumerable.Range(1, 300).Select(number =>
            _store.AppendAsync(Reading(number, attachments: [File(number % 3), File(number % 3)]), default).AsTask())];

        await Task.WhenAll(calls).WaitAsync(s_limit);

        Assert.Equal(3, _store.Pending(0, 100).Count);
        Assert.Equal((3, 15_000), (_store.Status().MediaWaiting, _store.Status().MediaBytes));
    }

    [Fact]
    public async Task Append_DuplicateWithAnotherFile_KeepsNoFile()
    {
        await _store.AppendAsync(Reading(1, key: 9), default);
        await _store.AppendAsync(Reading(2, key: 9, attachments: File(2)), default);

        Assert.Null(_store.Open(File(2).Sha256));
        Assert.Empty(_store.Pending(0, 10));
    }

    [Fact]
    public async Task Append_FileOnDemand_WaitsUntilSomebodyAsks()
    {
        Attachment kept = File(1) with { OnDemand = true };
        await _store.AppendAsync(Reading(1, attachments: [kept, File(2)]), default);
        Assert.Equal([true, false], _store.Pending(0, 10).Select(static media => media.OnDemand));
        Assert.Empty(_store.Wanted(10));

        Assert.True(await _store.WantAsync(kept.Sha256, default));

        Assert.Equal([kept.Sha256], _store.Wanted(10).Select(static media => media.Sha256));
        Assert.Equal([false, false], _store.Pending(0, 10).Select(static media => media.OnDemand));
        Assert.Equal(kept.Content.ToArray(), ReadAll(_store.Open(kept.Sha256)));
    }

    [Fact]
    public async Task Append_FileOnDemand_IsStillSoAfterAReopening()
    {
        await _store.AppendAsync(Reading(1, attachments: [File(1) with { OnDemand = true }]), default);
        await _store.DisposeAsync();
        _store = _bench.Open();

        Assert.True(_store.Pending(0, 10).Single().OnDemand);
    }

    [Fact]
    public async Task Append_KeptFileOfAReadingWhoseFilesTravel_Travels()
    {
        await _store.AppendAsync(Reading(1, attachments: [File(1) with { OnDemand = true }]), default);
        await _store.AppendAsync(Reading(2, attachments: [File(1) with { OnDemand = true }]), default);
        Assert.Empty(_store.Wanted(10));

        await _store.AppendAsync(Reading(3, attachments: [File(1)]), default);

        Assert.Single(_store.Wanted(10));
        Assert.Equal((1, 5000), (_store.Status().MediaWaiting, _store.Status().MediaBytes));
    }

    [Fact]
    public async Task Append_FileOnDemandThatWaitsToTravelAlready_Travels()
    {
        await _store.AppendAsync(Reading(1, attachments: [File(1)]), default);
        await _store.AppendAsync(Reading(2, attachments: [File(1) with { OnDemand = true }]), default);

        Assert.False(_store.Pending(0, 10).Single().OnDemand);
    }

    [Fact]
    public async Task Forget_Delivered_TakesRowAndFile()
    {
        await _store.AppendAsync(Reading(1, attachments: [File(1), File(2)]), default);

        await _store.ForgetAsync([_store.Pending(0, 1)[0]], default);

        Assert.Null(_store.Open(File(1).Sha256));
        Assert.Equal([2L], _store.Pending(0, 10).Select(static media => media.Position));
        Assert.Equal((1, 5000), (_store.Status().MediaWaiting, _store.Status().MediaBytes));
    }

    [Fact]
    public async Task Forget_HashQueuedAgainMeanwhile_KeepsTheFile()
    {
        await _store.AppendAsync(Reading(1, attachments: File(1)), default);
        StoredMedia first = _store.Pending(0, 1)[0];
        await _store.ForgetAsync([first], default);
        await _store.AppendAsync(Reading(2, attachments: File(1)), default);

        await _store.ForgetAsync([first], default);

        Assert.Equal([2L], _store.Pending(0, 10).Select(static media => media.Position));
        Assert.Equal(File(1).Content.ToArray(), ReadAll(_store.Open(File(1).Sha256)));
    }

    [Fact]
    public async Task ForgetAndAppend_Overlapping_NeverLeaveARowWithoutItsFile()
    {
        Attachment file = File(1);
        for (int round = 1; round <= 200; round++)
        {
            await _store.AppendAsync(Reading(round, attachments: file), default);
            Task forget = _store.ForgetAsync(_store.Pending(0, 10), default);
            Task<Appended> append = _store.AppendAsync(Reading(round, attachments: file), default).AsTask();
            await Task.WhenAll(forget, append).WaitAsync(s_limit);

            Assert.Equal(_store.Pending(0, 10).Count, _store.Status().MediaWaiting);
            Assert.All(_store.Pending(0, 10), media => Assert.Equal(file.Content.ToArray(), ReadAll(_store.Open(media.Sha256))));
        }
    }

    [Fact]
    public async Task Wait_Media_CompletesWhenAFileIsCommitted()
    {
        Task wait = _store.WaitAsync(Lane.Media, 0, default);
        await _store.AppendAsync(Reading(1), default);
        Assert.False(wait.IsCompleted);

        await _store.AppendAsync(Reading(2, attachments: File(1)), default);

        await wait.WaitAsync(s_limit);
    }

    [Theory]
    [InlineData("../store.db")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public void Open_NoHash_IsNull(string name) => Assert.Null(_store.Open(name));

    [Fact]
    public async Task Reopen_OrphansAndHalfFiles_AreRemoved()
    {
        await _store.AppendAsync(Reading(1, attachments: File(1)), default);
        await _store.DisposeAsync();
        string orphan = Put(File(2).Sha256[..2], File(2).Sha256);
        string half = Put("incoming", "17");

        _store = _bench.Open();

        Assert.False(System.IO.File.Exists(orphan));
        Assert.False(System.IO.File.Exists(half));
        Assert.Equal(File(1).Content.ToArray(), ReadAll(_store.Open(File(1).Sha256)));
    }

    [Fact]
    public async Task Reopen_FileGone_DropsItsRowAndCountsIt()
    {
        await _store.AppendAsync(Reading(1, attachments: [File(1), File(2)]), default);
        await _store.DisposeAsync();
        System.IO.File.Delete(Path.Combine(_bench.Folder, "media", File(1).Sha256[..2], File(1).Sha256));

        _store = _bench.Open();

        Assert.Equal([File(2).Sha256], _store.Pending(0, 10).Select(static media => media.Sha256));
        Assert.Equal((1, 1, 5000), (_store.Status().MediaMissing, _store.Status().MediaWaiting, _store.Status().MediaBytes));
    }

    [Fact]
    public async Task Append_FolderCannotBeMade_RefusesThatReadingOnly()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_bench.Folder, "media"), "in the way");

        Task<Appended> with = _store.AppendAsync(Reading(1, key: 5, attachments: File(1)), default).AsTask();
        Task<Appended> without = _store.AppendAsync(Reading(2), default).AsTask();

        await Assert.ThrowsAsync<StoreRefusedException>(() => with.WaitAsync(s_limit));
        Assert.Equal(1, (await without.WaitAsync(s_limit)).Seq);
        Assert.Equal(0, _store.Status().MediaWaiting);

        System.IO.File.Delete(Path.Combine(_bench.Folder, "media"));
        Assert.Equal(2, (await _store.AppendAsync(Reading(1, key: 5, attachments: File(1)), default)).Seq);
        Assert.Equal(File(1).Content.ToArray(), ReadAll(_store.Open(File(1).Sha256)));
    }

    [Fact]
    public async Task Want_KnownAndUnknown_ListsTheKnownInTheOrderOfAsking()
    {
        await _store.AppendAsync(StoreSamples.Reading(1) with { Attachments = [File(1), File(2), File(3)] }, default);

        Assert.True(await _store.WantAsync(File(3).Sha256, default));
        Assert.True(await _store.WantAsync(File(1).Sha256, default));
        Assert.True(await _store.WantAsync(File(3).Sha256, default));
        Assert.False(await _store.WantAsync(File(9).Sha256, default));
        Assert.False(await _store.WantAsync("../../etc/passwd", default));

        Assert.Equal([File(3).Sha256, File(1).Sha256], _store.Wanted(10).Select(static media => media.Sha256));
    }

    [Fact]
    public async Task Find_OnlyWhatWaits_AsItWaitsNow()
    {
        await _store.AppendAsync(StoreSamples.Reading(1) with { Attachments = [File(1), File(2)] }, default);
        await _store.TakenAsync(_store.Pending(0, 2)[1], 8, default);

        Assert.Equal(_store.Pending(0, 2)[1], _store.Find(File(2).Sha256));
        Assert.Null(_store.Find(File(9).Sha256));
        Assert.Null(_store.Find("../../etc/passwd"));

        await _store.ForgetAsync([_store.Find(File(2).Sha256)!], default);
        Assert.Null(_store.Find(File(2).Sha256));
    }

    [Fact]
    public async Task Taken_Twice_KeepsTheFurther()
    {
        await _store.AppendAsync(StoreSamples.Reading(1) with { Attachments = [File(1)] }, default);

        await _store.TakenAsync(_store.Pending(0, 1)[0], 8, default);
        await _store.TakenAsync(_store.Pending(0, 1)[0], 5, default);

        Assert.Equal(8, _store.Pending(0, 1)[0].Taken);
    }

    private string Put(string folder, string name)
    {
        string path = Path.Combine(_bench.Folder, "media", folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, "rubbish");
        return path;
    }
}
