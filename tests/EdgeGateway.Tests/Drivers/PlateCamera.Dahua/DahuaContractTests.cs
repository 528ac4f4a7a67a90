using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

public sealed class DahuaStreamContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new StreamRig();
}

public sealed class DahuaPushContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new PushRig(inboxPort);

    [Theory]
    [InlineData("KeepAlive", "{\"Active\":\"keepAlive\",\"DeviceID\":\"d-1\"}", 0)]
    [InlineData("DeviceInfo", "{\"DeviceID\":\"d-1\",\"DeviceModel\":\"ITC\"}", 0)]
    [InlineData("Other", "{\"Something\":1}", 1)]
    public async Task Run_NotificationWithoutAVehicle_HearsATrueResultAndGivesNoReading(string path, string body, int faults)
    {
        var sink = new FakeSink();
        using var stop = new CancellationTokenSource();
        await using var driver = Rig.CreateDriver(Host);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);

        string answer = await ((PushRig)Rig).PostAsync(path, body);

        Assert.Contains("{\"result\":true,\"Result\":true}", answer, StringComparison.Ordinal);
        Assert.Equal((0, 1, faults), (sink.Entered.Count, Host.SignsOfLife, Host.Faults.Count));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Run_DiskHolds_NoTrueResultUntilItIsSafe()
    {
        var sink = new FakeSink { Holds = true };
        using var stop = new CancellationTokenSource();
        await using var driver = Rig.CreateDriver(Host);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);

        var posting = Rig.SendReadingAsync("A12345");
        await Eventually.TrueAsync(() => sink.Entered.Count == 1, "the passage is handed over");
        Assert.False(posting.IsCompleted);
        sink.Release();
        await posting;

        Assert.Equal(1, Rig.Acknowledged);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
    }
}
