using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Hikvision;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Hikvision;

public sealed class HikvisionClockTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _asked = [];

    [Fact]
    public async Task Run_CameraTellsItsTime_IsReportedAndAskedAgain()
    {
        var (watch, running, stop) = await RunAsync(
            200, "<Time version=\"2.0\"><timeMode>NTP</timeMode><localTime>2026-11-22T11:32:20+08:00</localTime><timeZone>CST-8:00:00</timeZone></Time>");
        await PassAsync(TimeSpan.FromSeconds(15));
        await Eventually.TrueAsync(() => watch.Clocks.Count == 1, "the first answer");

        // It is 03:32:15; the camera shows 20, which is 20.5 on average, and the answer took no time.
        Assert.Equal((TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(0.5)), watch.Clocks[0]);
        Assert.Equal(["http://camera.test:8000/ISAPI/System/time"], _asked);

        await PassAsync(TimeSpan.FromMinutes(30));
        await Eventually.TrueAsync(() => watch.Clocks.Count == 2, "the second answer");
        await StopAsync(running, stop);
    }

    [Theory]
    [InlineData(404, "<ResponseStatus/>")]
    [InlineData(200, "<html>")]
    [InlineData(0, "")]
    public async Task Run_CameraDoesNotTell_IsCountedOnceAndTheStreamGoesOn(int status, string answer)
    {
        var (watch, running, stop) = await RunAsync(status, answer);
        await PassAsync(TimeSpan.FromSeconds(15));
        await Eventually.TrueAsync(() => watch.Faults.Contains((FaultKind.Unsupported, "clock-not-told")), "the count");
        await PassAsync(TimeSpan.FromMinutes(40));
        Assert.Single(_asked);
        Assert.Empty(watch.Clocks);
        Assert.False(running.IsCompleted);
        await StopAsync(running, stop);
    }

    [Fact]
    public async Task Run_SwitchedOff_AsksNothing()
    {
        var (_, running, stop) = await RunAsync(200, "", ask: false);
        await PassAsync(TimeSpan.FromMinutes(40));
        Assert.Empty(_asked);
        await StopAsync(running, stop);
    }

    [Theory]
    [InlineData("<Time><localTime>2024-06-24T19:52:35+08:00</localTime></Time>", "2024-06-24T11:52:35Z")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><Time xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"><localTime>2024-06-24T19:52:35</localTime></Time>", "2024-06-24T11:52:35Z")]
    [InlineData("<Time><localTime>2024-06-24T19:5", null)]
    [InlineData("<Time><localTime>2024-06-24T19:52:35+08:00</localTime>", null)]
    [InlineData("<Time><localTime>soon</localTime></Time>", null)]
    [InlineData("<Other><localTime>2024-06-24T19:52:35+08:00</localTime></Other>", null)]
    [InlineData("", null)]
    [InlineData("{}", null)]
    public void Read_Answer_IsTheTimeOrNothing(string answer, string? expected) => Assert.Equal(
        expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        IsapiSystemTime.Read(Encoding.UTF8.GetBytes(answer), TimeSpan.FromHours(8)));

    [Fact]
    public void Read_EndlessAnswer_IsNothing() => Assert.Null(IsapiSystemTime.Read(new byte[IsapiSystemTime.Longest + 1], TimeSpan.Zero));

    private async Task<(FakeHost Watch, Task Running, CancellationTokenSource Stop)> RunAsync(int status, string answer, bool ask = true)
    {
        var host = new FakeHost(new NoInbox(), _time);
        var context = host.Context with { Transports = new DeviceTransports(new FakeCamera(_asked, status, answer), new NoInbox()) };
        var driver = new HikvisionDriver(context, new HikvisionOptions { Peer = new() { Host = "camera.test", Port = 8000 }, Idle = TimeSpan.FromHours(1), AskClock = ask });
        await driver.ConnectAsync(CancellationToken.None);
        var stop = new CancellationTokenSource();
        return (host, driver.RunAsync(new FakeSink(), stop.Token), stop);
    }

    /// <summary>Time passes only when the driver waits for it.</summary>
    private async Task PassAsync(TimeSpan span)
    {
        await Eventually.TrueAsync(() => _time.Timers > 0, "the driver waits");
        _time.Advance(span);
    }

    private static async Task StopAsync(Task running, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        stop.Dispose();
    }

    private sealed class NoInbox : IDeviceInbox
    {
        public IDisposable Open(string device, Secret token, InboxHandler handler, IReadOnlyCollection<string>? methods = null) => throw new NotSupportedException();

        public IDisposable OpenRoot(InboxClaim claim) => throw new NotSupportedException();
    }

    /// <summary>Its alertStream is open and says nothing; its time is as scripted, 0 for a link that breaks.</summary>
    private sealed class FakeCamera(List<string> asked, int status, string answer) : IHttpPull
    {
        public Task<HttpPullResponse> OpenAsync(HttpPullRequest request, CancellationToken ct)
        {
            if (request.Url.AbsolutePath.EndsWith("alertStream", StringComparison.Ordinal))
            {
                return Task.FromResult(new HttpPullResponse(200, "multipart/mixed; boundary=boundary", new System.IO.Pipelines.Pipe().Reader.AsStream(), new MemoryStream()));
            }

            asked.Add(request.Url.ToString());
            return status == 0
                ? Task.FromException<HttpPullResponse>(new DeviceFaultException(FaultKind.Unreachable, "broken"))
                : Task.FromResult(new HttpPullResponse(status, "application/xml", new MemoryStream(Encoding.UTF8.GetBytes(answer)), new MemoryStream()));
        }
    }
}
