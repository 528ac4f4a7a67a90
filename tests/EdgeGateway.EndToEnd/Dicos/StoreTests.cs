using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>Scanners that send: dcmtk on both sides, the gateway between them.</summary>
public sealed class StoreTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _files = Directory.CreateTempSubdirectory("edgegateway-sent").FullName;

    public void Dispose() => Directory.Delete(_files, recursive: true);

    [Fact]
    public async Task Storescu_ReportAndPictureInOneAssociation_AreSafeWhenAnswered()
    {
        await using var scanner = new ReceivingScanner();
        await scanner.StartAsync();
        Assert.Equal(0, (await scanner.SendAsync("echoscu")).Code);
        string report = Put("x1.dcm", RecordedStore.X1());
        string picture = Put("dx.dcm", Picture());
        var watch = Stopwatch.StartNew();

        var (code, said) = await scanner.SendAsync("storescu", "-R", "-xe", report, picture);

        output.WriteLine($"two objects, association and start of storescu included: {watch.ElapsedMilliseconds} ms");
        Assert.True(code == 0, said);
        Assert.Equal((2, 0), (scanner.Readings.Count, scanner.Kept.Length));
        var first = scanner.Readings.First();
        Assert.Equal((Lane.Alarm, "TDR/1.2.826.0.1.3680043.10.999.3.1"), (first.Lane, first.Body.Source!.NativeId));
        var body = Assert.IsType<ParcelInspectionBody>(first.Body);
        Assert.Equal(("alarm", "SF1234567890123", "P02.01"), (body.Result, body.WaybillNo, body.Items!.Single().Category));
        Assert.Equal(RecordedStore.DataSet(), first.Attachments.Single().Content.ToArray()[^1034..]);
        Assert.Equal(["xray", "original"], scanner.Readings.Last().Body.Media!.Select(media => media.Role));
        Assert.Empty(scanner.Faults);
    }

    [Fact]
    public async Task Storescu_StoreIsSlow_IsAnsweredNotBefore()
    {
        await using var scanner = new ReceivingScanner();
        await scanner.StartAsync();
        var safe = new TaskCompletionSource();
        scanner.Gate = safe.Task;
        await using var sender = scanner.Begin("storescu", "-R", Put("x1.dcm", RecordedStore.X1()));
        await Wait.UntilAsync(() => scanner.Readings.Count == 1, TimeSpan.FromSeconds(20), () => sender.Output);
        await Task.Delay(500);

        Assert.False(sender.HasExited);
        Assert.DoesNotContain("Store Response", sender.Output, StringComparison.Ordinal);
        Assert.Single(scanner.Receiving);
        safe.SetResult();

        Assert.Equal(0, await sender.ExitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("Received Store Response", sender.Output, StringComparison.Ordinal);
        Assert.Empty(scanner.Kept);
    }

    [Fact]
    public async Task Storescu_StoreRefuses_IsToldNoSuccessAndSendsAgain()
    {
        await using var scanner = new ReceivingScanner { Refuses = true };
        await scanner.StartAsync();
        string report = Put("x1.dcm", RecordedStore.X1());

        var refused = await scanner.SendAsync("storescu", "-R", report);
        scanner.Refuses = false;
        var taken = await scanner.SendAsync("storescu", "-R", report);

        Assert.NotEqual(0, refused.Code);
        Assert.DoesNotContain("Success", refused.Said, StringComparison.Ordinal);
        Assert.True(taken.Code == 0, taken.Said);
        Assert.Contains("store-waits-for-store", scanner.Faults);
        Assert.Equal((2, 0), (scanner.Readings.Count, scanner.Kept.Length));
        Assert.Single(scanner.Readings.Select(reading => reading.RepeatKey).Distinct());
    }

    [Fact]
    public async Task Storescu_WhoMayNot_IsRefused()
    {
        await using var scanner = new ReceivingScanner(options => options with { Callers = ["XRAY07"] });
        await scanner.StartAsync();
        string report = Put("x1.dcm", RecordedStore.X1());

        Assert.NotEqual(0, (await scanner.SendAsync("storescu", "-R", "-aet", "XRAY08", report)).Code);
        Assert.NotEqual(0, (await scanner.SendAsync("storescu", "-R", "-aec", "OTHER", report)).Code);
        Assert.Empty(scanner.Readings);
        Assert.Equal(["store-caller-not-allowed", "store-title-not-ours"], scanner.Faults);

        Assert.Equal(0, (await scanner.SendAsync("storescu", "-R", "-xi", report)).Code);
        Assert.Single(scanner.Readings);
    }

    [Fact]
    public async Task Recorded_VectorX4_IsStoredWhileAnotherAssociationIdles()
    {
        await using var scanner = new ReceivingScanner();
        await scanner.StartAsync();
        using var idle = await DialAsync(scanner);
        await idle.GetStream().WriteAsync(Convert.FromHexString(RecordedStore.Request));
        Assert.Equal(2, await AnswerAsync(idle));
        using var client = await DialAsync(scanner);
        var link = client.GetStream();

        await link.WriteAsync(Convert.FromHexString(RecordedStore.Request));
        Assert.Equal(2, await AnswerAsync(client));
        foreach (byte[] part in Convert.FromHexString(RecordedStore.Store).Concat(RecordedStore.DataSet()).Chunk(97))
        {
            await link.WriteAsync(part);
        }

        var watch = Stopwatch.StartNew();
        await Wait.UntilAsync(() => scanner.Readings.Count == 1, TimeSpan.FromSeconds(20), () => string.Join(' ', scanner.Faults));
        var told = watch.Elapsed;
        Assert.Equal(4, await AnswerAsync(client));
        output.WriteLine($"from the last byte to the reading {told.TotalMilliseconds:0} ms (looked at every 10), to the answer {watch.ElapsedMilliseconds} ms");
        Assert.Equal((0, 0), (scanner.Receiving.Length, scanner.Kept.Length));
        await link.WriteAsync(Convert.FromHexString(RecordedStore.Release));
        Assert.Equal(6, await AnswerAsync(client));
        Assert.Equal("alarm", ((ParcelInspectionBody)scanner.Readings.Single().Body).Result);
    }

    [Fact]
    public async Task Request_BigEndianAlone_IsNotAccepted()
    {
        await using var scanner = new ReceivingScanner();
        await scanner.StartAsync();
        using var client = await DialAsync(scanner);

        // In the first context, explicit little endian becomes big endian; the third offers that and implicit.
        string request = RecordedStore.Request.Replace("40000013312e322e3834302e31303030382e312e322e31", "40000013312e322e3834302e31303030382e312e322e32", StringComparison.Ordinal);
        Assert.NotEqual(RecordedStore.Request, request);
        await client.GetStream().WriteAsync(Convert.FromHexString(request));

        var (type, body) = await ReadUnitAsync(client);

        Assert.Equal((2, 4, 0), (type, ResultOf(1, body), ResultOf(3, body)));
    }

    [Fact]
    public async Task Rename_IntoTheFolder_IsToldLongBeforeFilesSettle()
    {
        await using var scanner = new ReceivingScanner();
        await scanner.StartAsync();
        var took = new List<double>();
        for (int i = 0; i < 20; i++)
        {
            string path = Path.Combine(scanner.Folder, $"{i}.dcs");
            File.WriteAllBytes(path + ".tmp", RecordedStore.X1());
            var watch = Stopwatch.StartNew();
            File.Move(path + ".tmp", path);
            SpinWait.SpinUntil(() => scanner.Readings.Count == i + 1, TimeSpan.FromSeconds(60));
            took.Add(watch.Elapsed.TotalMilliseconds);
            await Wait.UntilAsync(() => scanner.Done.Length == i + 1, TimeSpan.FromSeconds(20), () => string.Join(' ', scanner.Faults));
        }

        took.Sort();
        output.WriteLine($"from the rename to the reading: median {took[10]:0.0} ms, slowest {took[^1]:0.0} ms");
        Assert.True(took[10] < scanner.Options.Folder.Settle.TotalMilliseconds / 2, $"median {took[10]} ms");
    }

    [Fact]
    public async Task Garbage_OnThePort_IsCountedAndOthersAreServed()
    {
        await using var scanner = new ReceivingScanner();
        await scanner.StartAsync();
        using var client = await DialAsync(scanner);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: here\r\n\r\n"));

        Assert.Equal(0, await client.GetStream().ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false));

        Assert.Equal(["store-no-association"], scanner.Faults);
        Assert.Equal(0, (await scanner.SendAsync("echoscu")).Code);
    }

    private static async Task<TcpClient> DialAsync(ReceivingScanner scanner)
    {
        var client = new TcpClient();
        await client.ConnectAsync(scanner.Options.Store!.Listen);
        return client;
    }

    private static async Task<int> AnswerAsync(TcpClient client) => (await ReadUnitAsync(client)).Type;

    /// <returns>The result of a presentation context in an A-ASSOCIATE-AC.</returns>
    private static int ResultOf(byte context, byte[] body)
    {
        int at = 68;
        while (body[at] != 0x21 || body[at + 4] != context)
        {
            at += 4 + (body[at + 2] << 8) + body[at + 3];
        }

        return body[at + 6];
    }

    private static async Task<(int Type, byte[] Body)> ReadUnitAsync(TcpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        byte[] head = new byte[6];
        await client.GetStream().ReadExactlyAsync(head, limit.Token);
        byte[] body = new byte[(head[4] << 8) | head[5]];
        await client.GetStream().ReadExactlyAsync(body, limit.Token);
        return (head[0], body);
    }

    private string Put(string name, byte[] bytes)
    {
        string path = Path.Combine(_files, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Picture()
    {
        var parcel = new ParcelSource(1, "line", DateTimeOffset.UtcNow, 1, new ParcelMix()).At(0);
        return new ScannerVoice("xray-1", new ScannerProfile()).Say(new ParcelStatement(parcel, Sim.Parcels.ParcelPart.Image, parcel.DecidedAt)).Bytes;
    }
}
