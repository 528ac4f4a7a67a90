using System.Net;
using System.Text.RegularExpressions;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Twins.PlateLibrary.Viid;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>A library above us pushes what it looks for through the inbox: who may, what is taken, what it is told.</summary>
public sealed class UpperInboxTests : IAsyncLifetime
{
    private CancellationTokenSource _stop = new();
    private readonly FakeHotListDesk _desk = new();
    private readonly UpperLibrary _library = new(new IPEndPoint(IPAddress.Loopback, 0), new DigestGate(DigestPolicy.Qop, "gw", "Kakou@2024", 3, TimeProvider.System), TimeProvider.System);
    private InboxRig? _inbox;
    private FakeHost? _host;
    private ViidLibraryDriver? _driver;
    private Task _running = Task.CompletedTask;

    private LibraryPeer Peer => new(_inbox!.Inbox.Port, LibraryWords.Library, "Lib@2024");

    public async Task InitializeAsync()
    {
        _library.Start();
        _inbox = await InboxRig.StartAsync();
        _host = new FakeHost(_inbox.Inbox) { HotList = _desk };
        await StartAsync(LibraryWords.Upper(_library.EndPoint.Port));
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await _library.DisposeAsync();
        await _inbox!.DisposeAsync();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Dispositions_Mixed_GetOneStatusEach(string method)
    {
        string body = Body(
            Words("340200000000012024040112010100001"),
            Words("340200000000012024040112010100002") with { Reason = "" },
            Words("340200000000012024040112010100003") with { OperateType = 1 },
            Words("340200000000012024040112010100004") with { Category = 1 },
            Words("340200000000012024040112010100005") with { Tollgates = "34020000001210000009" });

        var (status, text) = await Peer.SendAsync(method, "/VIID/Dispositions", body);

        Assert.Equal(200, status);
        Assert.Equal(["0", "8", "0", "8", "4"], Regex.Matches(text, "\"StatusCode\":(\\d+)").Select(match => match.Groups[1].Value));
        Assert.Equal(
            ["340200000000012024040112010100001", "340200000000012024040112010100002", "340200000000012024040112010100003", "340200000000012024040112010100004", "340200000000012024040112010100005"],
            Regex.Matches(text, "\"Id\":\"(\\d+)\"").Select(match => match.Groups[1].Value));
        Assert.Equal(["340200000000012024040112010100001"], _desk.Entries.Keys);
        Assert.Equal("cam-1 put 340200000000012024040112010100001", _desk.Calls.First());
    }

    [Theory]
    [InlineData("PUT", "/VIID/Dispositions/340200000000012024040112010100001")]
    [InlineData("DELETE", "/VIID/Dispositions/340200000000012024040112010100001")]
    [InlineData("DELETE", "/VIID/Dispositions?IDList=340200000000012024040112010100001")]
    public async Task Dispositions_Revoked_AreGone(string method, string target)
    {
        await Peer.SendAsync("POST", "/VIID/Dispositions", Body(Words("340200000000012024040112010100001")));
        Assert.Single(_desk.Entries);

        var (status, text) = await Peer.SendAsync(method, target, "");

        Assert.Equal(200, status);
        Assert.Contains("\"StatusCode\":0", text, StringComparison.Ordinal);
        Assert.Empty(_desk.Entries);
    }

    [Fact]
    public async Task Dispositions_SetAndWithdrawnInOneBody_AreWithdrawn()
    {
        var set = Words("340200000000012024040112010100001");

        await Peer.SendAsync("POST", "/VIID/Dispositions", Body(set, set with { OperateType = 1 }));

        Assert.Empty(_desk.Entries);
        Assert.Equal(2, _desk.Calls.Count);
    }

    [Fact]
    public async Task Dispositions_StoreRefuses_AreNotTakenAndComeAgain()
    {
        _desk.StoreRefuses = true;

        var (status, text) = await Peer.SendAsync("POST", "/VIID/Dispositions", Body(Words("340200000000012024040112010100001")));

        Assert.Equal(503, status);
        Assert.Contains("\"StatusCode\":2", text, StringComparison.Ordinal);
        Assert.Contains((FaultKind.Busy, "disposition-not-stored"), _host!.Faults);
    }

    [Fact]
    public async Task Dispositions_DeskRefuses_ItsWordIsTold()
    {
        _desk.Refusals["340200000000012024040112010100001"] = "too-many";

        var (_, text) = await Peer.SendAsync("POST", "/VIID/Dispositions", Body(Words("340200000000012024040112010100001")));

        Assert.Contains("\"StatusCode\":8,\"StatusString\":\"too-many\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", 7)]
    [InlineData("{\"a\":1}", 8)]
    [InlineData("{\"DispositionListObject\":{\"DispositionObject\":[]}}", 8)]
    [InlineData("{\"DispositionListObject\":{\"DispositionObject\":[{\"DispositionID\"", 7)]
    public async Task Dispositions_Garbage_Is400AndTheNextIsRead(string body, int code)
    {
        var (status, text) = await Peer.SendAsync("POST", "/VIID/Dispositions", body);

        Assert.Equal(400, status);
        Assert.Contains($"\"StatusCode\":{code}", text, StringComparison.Ordinal);
        Assert.Contains(_host!.Faults, fault => fault.Kind == FaultKind.Garbled);
        Assert.Equal(200, (await Peer.SendAsync("POST", "/VIID/Dispositions", Body(Words("340200000000012024040112010100001")))).Status);
    }

    [Fact]
    public async Task Dispositions_WithoutProof_Are401AndChangeNothing()
    {
        string body = Body(Words("340200000000012024040112010100001"));

        Assert.Equal(401, (await Peer.SendAsync("POST", "/VIID/Dispositions", body, digest: false)).Status);
        Assert.Equal(401, (await new LibraryPeer(_inbox!.Inbox.Port, LibraryWords.Library, "wrong").SendAsync("POST", "/VIID/Dispositions", body)).Status);
        Assert.Equal(404, (await new LibraryPeer(_inbox.Inbox.Port, "x", "Lib@2024") { From = "34020000005030000777" }.SendAsync("POST", "/VIID/Dispositions", body)).Status);
        Assert.Empty(_desk.Calls);
    }

    [Fact]
    public async Task Dispositions_TrustedByAddress_NeedNoProof()
    {
        await StopAsync();
        await StartAsync(LibraryWords.Upper(_library.EndPoint.Port) with { TrustIdentify = true, LibraryPassword = null });

        Assert.Equal(200, (await Peer.SendAsync("POST", "/VIID/Dispositions", Body(Words("340200000000012024040112010100001")), digest: false)).Status);
        Assert.Equal(401, (await new LibraryPeer(_inbox!.Inbox.Port, LibraryWords.Library, "").SendAsync("POST", "/VIID/System/Register", "{}")).Status);
    }

    [Fact]
    public async Task Readings_FromAbove_AreNotTaken() =>
        Assert.Equal(404, (await Peer.SendAsync("POST", "/VIID/MotorVehicles", "{}")).Status);

    [Fact]
    public async Task Dispose_Registered_Unregisters()
    {
        Assert.True(_library.IsRegistered(LibraryWords.Us));
        await StopAsync();

        Assert.False(_library.IsRegistered(LibraryWords.Us));
        Assert.Equal("POST /VIID/System/UnRegister", _library.Log[^1]);
    }

    private async Task StartAsync(ViidLibraryOptions options)
    {
        _stop = new CancellationTokenSource();
        _driver = new ViidLibraryDriver(_host!.Context, options);
        await _driver.ConnectAsync(_stop.Token);
        _running = _driver.RunAsync(new FakeSink(), _stop.Token);
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Record.ExceptionAsync(() => _running);
        await _driver!.DisposeAsync();
    }

    private static DispositionWords Words(string id) => new() { Id = id, Begin = "20240401120101", End = "20991231235959" };

    private static string Body(params IEnumerable<DispositionWords> words) => System.Text.Encoding.UTF8.GetString(DispositionWords.Body(words));
}
