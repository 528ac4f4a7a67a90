using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.Transport;

public sealed class DatagramPortTests : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(60));

    public void Dispose() => _limit.Dispose();

    [Fact]
    public async Task SendAndReceive_TwoPorts_BytesAndSenderArrive()
    {
        using var one = Open();
        using var other = Open();
        var buffer = new byte[100];

        await one.SendAsync(new byte[] { 1, 2, 3 }, other.Local, _limit.Token);
        var got = await other.ReceiveAsync(buffer, _limit.Token);

        Assert.Equal([1, 2, 3], buffer[..got.Length]);
        Assert.Equal(one.Local, got.From);
    }

    [Fact]
    public async Task Receive_DatagramOfNothing_HasLengthZero()
    {
        using var one = Open();
        using var other = Open();

        await one.SendAsync(Array.Empty<byte>(), other.Local, _limit.Token);

        Assert.Equal(0, (await other.ReceiveAsync(new byte[10], _limit.Token)).Length);
    }

    [Fact]
    public async Task Receive_LongerThanTheBuffer_IsCutAndTheNextIsWhole()
    {
        using var one = Open();
        using var other = Open();
        var buffer = new byte[4];

        await one.SendAsync(new byte[] { 1, 2, 3, 4, 5, 6 }, other.Local, _limit.Token);
        await one.SendAsync(new byte[] { 7 }, other.Local, _limit.Token);

        Assert.Equal(new DatagramReceipt(4, one.Local), await other.ReceiveAsync(buffer, _limit.Token));
        Assert.Equal([1, 2, 3, 4], buffer);
        Assert.Equal(new DatagramReceipt(1, one.Local), await other.ReceiveAsync(buffer, _limit.Token));
    }

    [Fact]
    public async Task Send_NobodyThere_IsNoErrorForSenderAndReceiver()
    {
        using var one = Open();
        using var other = Open();
        var nobody = Open();
        var gone = nobody.Local;
        nobody.Dispose();
        var receiving = one.ReceiveAsync(new byte[10], _limit.Token).AsTask();

        for (int i = 0; i < 20; i++)
        {
            await one.SendAsync(new byte[] { 1 }, gone, _limit.Token);
        }

        await other.SendAsync(new byte[] { 2 }, one.Local, _limit.Token);
        Assert.Equal(other.Local, (await receiving).From);
    }

    [Fact]
    public async Task Send_LargerThanUdpCarries_IsAnIOException()
    {
        using var one = Open();

        await Assert.ThrowsAsync<IOException>(() => one.SendAsync(new byte[70_000], one.Local, _limit.Token).AsTask());
    }

    [Fact]
    public async Task Receive_Cancelled_EndsAtOnceAndThePortGoesOn()
    {
        using var one = Open();
        using var cancel = new CancellationTokenSource();
        var receiving = one.ReceiveAsync(new byte[10], cancel.Token).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);

        await one.SendAsync(new byte[] { 5 }, one.Local, _limit.Token);
        Assert.Equal(1, (await one.ReceiveAsync(new byte[10], _limit.Token)).Length);
    }

    [Fact]
    public void Open_PortTaken_IsBusy()
    {
        using var one = Open();

        Assert.Equal(FaultKind.Busy, Assert.Throws<DeviceFaultException>(() => new DatagramPorts().Open(one.Local)).Kind);
    }

    [Fact]
    public void Open_AddressOfSomebodyElse_IsUnreachable() =>
        Assert.Equal(FaultKind.Unreachable, Assert.Throws<DeviceFaultException>(() => new DatagramPorts().Open(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0))).Kind);

    private static IDatagramPort Open() => new DatagramPorts().Open(new IPEndPoint(IPAddress.Loopback, 0));
}
