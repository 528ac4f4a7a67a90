using System.Net;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Twins.PlateLibrary.Viid;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>Our side of a library above us, against its twin: session, notices, refusals.</summary>
public sealed class UpperConversationTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeHotListDesk _desk = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeHost _host;
    private readonly List<UpperConversation> _conversations = [];
    private readonly List<Task> _running = [];
    private UpperLibrary? _library;

    public UpperConversationTests() => _host = new FakeHost(null!, _time) { HotList = _desk };

    private UpperLibrary Library => _library!;

    public Task InitializeAsync()
    {
        Start(DigestPolicy.Qop, soft: false);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (Task running in _running)
        {
            await Record.ExceptionAsync(() => running);
        }

        _conversations.ForEach(one => one.Dispose());
        await Library.DisposeAsync();
    }

    [Theory]
    [InlineData(DigestPolicy.Qop)]
    [InlineData(DigestPolicy.NoQop)]
    [InlineData(DigestPolicy.OneShot)]
    [InlineData(DigestPolicy.Sha256)]
    public async Task Register_AnyDigest_IsTakenAndLeft(DigestPolicy digest)
    {
        await Library.DisposeAsync();
        Start(digest, soft: false);
        var conversation = Create();

        await conversation.Session.RegisterAsync(_stop.Token);
        Assert.True(Library.IsRegistered(LibraryWords.Us));
        Assert.Single(_host.Clocks);

        await conversation.Session.LeaveAsync(_stop.Token);
        Assert.False(Library.IsRegistered(LibraryWords.Us));
    }

    [Fact]
    public async Task Register_WrongPassword_IsRefusedAfterOneTry()
    {
        var conversation = Create(LibraryWords.Upper(Library.EndPoint.Port) with { User = "another" });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => conversation.Session.RegisterAsync(_stop.Token));

        Assert.Equal(FaultKind.Refused, fault.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keepalive_LibraryForgotUs_RegistersAgain(bool soft)
    {
        await Library.DisposeAsync();
        Start(DigestPolicy.Qop, soft);
        await RunAsync();
        await Eventually.TrueAsync(() => _time.Timers > 0, "the rhythm is set");

        Library.ForgetSessions();
        _time.Advance(TimeSpan.FromSeconds(61));

        await Eventually.TrueAsync(() => Library.IsRegistered(LibraryWords.Us), "registered again");
        Assert.Contains((FaultKind.Refused, "registration-lost"), _host.Faults);
    }

    [Fact]
    public async Task Keepalive_LibraryGone_EndsAtTheThirdMiss()
    {
        Task running = await RunAsync();
        await Library.DisposeAsync();
        for (int i = 0; i < 3; i++)
        {
            await Eventually.TrueAsync(() => _host.Faults.Count == i && _time.Timers > 0, "the next beat");
            _time.Advance(TimeSpan.FromSeconds(60));
            int now = i;
            await Eventually.TrueAsync(() => _host.Faults.Count > now || running.IsCompleted, "the beat");
        }

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Notice_Taken_IsAnsweredOnce()
    {
        await RunAsync();

        _desk.Found(LibraryWords.Notice(notifyAt: Address("/alarm")));

        await Eventually.TrueAsync(() => _desk.Answered.Count == 1, "answered");
        TakenNotification taken = Assert.Single(Library.Notifications);
        Assert.Equal(LibraryWords.DispositionId, taken.DispositionId);
        Assert.Contains("POST /alarm", Library.Log);
        using JsonDocument json = JsonDocument.Parse(taken.Json);
        Assert.Equal("苏A3HK57", json.RootElement.GetProperty("MotorVehicleObject").GetProperty("PlateNo").GetString());
    }

    [Fact]
    public async Task Notice_RefusedInEveryWay_KeepsItsIdUntilStatus0()
    {
        await RunAsync();
        Library.Refuse(LibraryRefusal.Status1, LibraryRefusal.Error500, LibraryRefusal.Unauthorised, LibraryRefusal.Cut, LibraryRefusal.Status1);

        _desk.Found(LibraryWords.Notice(notifyAt: Address("/alarm")));
        await AdvanceUntilAsync(() => !_desk.Answered.IsEmpty);

        Assert.Equal(
            [LibraryRefusal.Status1, LibraryRefusal.Error500, LibraryRefusal.Unauthorised, LibraryRefusal.Cut, LibraryRefusal.Status1, null],
            Library.Notifications.Select(one => one.Refused));
        Assert.Single(Library.Notifications.Select(one => one.Id).Distinct());
        Assert.True(Library.IsRegistered(LibraryWords.Us));
    }

    [Fact]
    public async Task Notice_RefusedForGood_HoldsBackNoOtherOfTheSameHost()
    {
        await RunAsync();
        Library.Refuse(LibraryRefusal.Status1);
        _desk.Found(LibraryWords.Notice(notifyAt: Address("/alarm")));
        await Eventually.TrueAsync(() => Library.Notifications.Count == 1, "the first is refused");

        // The clock stands still: the first stays refused.
        _desk.Found(LibraryWords.Notice(notifyAt: Address("/alarm")) with { Key = "another" });
        await Eventually.TrueAsync(() => _desk.Answered.Count == 1, "the second is taken");

        Assert.Equal([LibraryRefusal.Status1, null], Library.Notifications.Select(one => one.Refused));
    }

    [Fact]
    public async Task Notice_AfterARestart_KeepsItsId()
    {
        Library.Refuse(LibraryRefusal.Status1);
        await RunAsync();
        _desk.Found(LibraryWords.Notice(notifyAt: Address("/alarm")));
        await Eventually.TrueAsync(() => Library.Notifications.Count == 1, "refused once");
        await _stop.CancelAsync();

        // The desk gives it out again; the process is another one and knows nothing of the first attempt.
        using var stop = new CancellationTokenSource();
        var conversation = Create();
        await conversation.Session.RegisterAsync(stop.Token);
        Task running = conversation.RunAsync(stop.Token);
        _desk.Found(LibraryWords.Notice(notifyAt: Address("/alarm")));
        await Eventually.TrueAsync(() => _desk.Answered.Count == 1, "answered");

        Assert.Equal(Library.Notifications[0].Id, Library.Notifications[1].Id);
        Assert.Equal(Library.Notifications[0].Json, Library.Notifications[1].Json);
        await stop.CancelAsync();
        await Record.ExceptionAsync(() => running);
    }

    [Fact]
    public async Task Notice_HostDown_HoldsBackNoOther()
    {
        int dead = ScriptedDevice.DeadPort();
        await RunAsync(LibraryWords.Upper(Library.EndPoint.Port) with { NotifyHosts = [$"127.0.0.1:{dead}"] });

        _desk.Found(LibraryWords.Notice("dead", $"http://127.0.0.1:{dead}/x"));
        _desk.Found(LibraryWords.Notice("alive", Address("/alarm")));

        await Eventually.TrueAsync(() => _desk.Answered.Contains("alive"), "the other is told");
        Assert.DoesNotContain("dead", _desk.Answered);
        Assert.Contains((FaultKind.Unreachable, "notice-unanswered"), _host.Faults);
    }

    [Fact]
    public async Task Notice_ToAHostNotAllowed_GoesNowhere()
    {
        await RunAsync();

        _desk.Found(LibraryWords.Notice("evil", "http://192.0.2.99/x"));
        _desk.Found(LibraryWords.Notice("good", Address("/alarm")));

        await Eventually.TrueAsync(() => _desk.Answered.Contains("good"), "the good one is told");
        Assert.Single(Library.Notifications);
        Assert.Contains((FaultKind.Misconfigured, "receive-address-not-allowed"), _host.Faults);
    }

    private string Address(string path) => $"http://127.0.0.1:{Library.EndPoint.Port}{path}";

    private void Start(DigestPolicy digest, bool soft)
    {
        _library = new UpperLibrary(new IPEndPoint(IPAddress.Loopback, 0), new DigestGate(digest, "gw", "Kakou@2024", 3, TimeProvider.System), _time) { SoftKeepalive = soft, StatusIsText = soft };
        _library.Start();
    }

    private UpperConversation Create(ViidLibraryOptions? options = null)
    {
        options ??= LibraryWords.Upper(Library.EndPoint.Port);
        var conversation = new UpperConversation(new LibraryLink(new HttpCaller(TimeProvider.System), options), options, _host.Context);
        _conversations.Add(conversation);
        return conversation;
    }

    private async Task<Task> RunAsync(ViidLibraryOptions? options = null)
    {
        var conversation = Create(options);
        await conversation.Session.RegisterAsync(_stop.Token);
        Task running = conversation.RunAsync(_stop.Token);
        _running.Add(running);
        return running;
    }

    /// <summary>Moves the clock on whenever the code under test waits for it.</summary>
    private async Task AdvanceUntilAsync(Func<bool> done)
    {
        for (int i = 0; i < 2000 && !done(); i++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5);
        }

        Assert.True(done());
    }
}
