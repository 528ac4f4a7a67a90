using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Viid;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Viid;

/// <summary>Our Register against a Digest that we did not write: mod_auth_digest of Apache's httpd says whether it is right.</summary>
public sealed class ApacheDigestTests
{
    private const string Us = "34020000005030000001";
    private const string Password = "Kakou@2024 \"警\"";
    private const string Taken = "{\"ResponseStatusObject\":{\"Id\":\"34020000005030000001\",\"RequestURL\":\"/VIID/System/Register\",\"StatusCode\":\"0\",\"StatusString\":\"OK\",\"LocalTime\":\"20240624195236\"}}";

    [Fact]
    public async Task Register_OurDriver_IsLetInAndWithAWrongPasswordIsNot()
    {
        await using var apache = await ApacheDigest.StartAsync("gateway", Password, ("/VIID/System/Register", Taken), ("/VIID/System/UnRegister", Taken));
        var watch = new CountingWatch();

        await using (var driver = Driver(apache.Port, Password, watch))
        {
            await driver.ConnectAsync(CancellationToken.None);
        }

        Assert.Equal(1, watch.SignsOfLife);
        Assert.DoesNotContain("password mismatch", apache.Log, StringComparison.Ordinal);
        await using var wrong = Driver(apache.Port, "another", watch);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => wrong.ConnectAsync(CancellationToken.None));
        Assert.Equal(FaultKind.Refused, fault.Kind);
        Assert.Contains("password mismatch", apache.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_TheTwin_IsLetInAsWell()
    {
        await using var apache = await ApacheDigest.StartAsync("camera", Password, ("/VIID/System/Register", Taken));
        using var twin = new ViidSession(new ViidProfile(), new Uri($"http://127.0.0.1:{apache.Port}"), "camera", Password, 7);
        using var stranger = new ViidSession(new ViidProfile(), new Uri($"http://127.0.0.1:{apache.Port}"), "camera", "another", 7);

        Assert.True(await twin.RegisterAsync(CancellationToken.None));
        Assert.False(await stranger.RegisterAsync(CancellationToken.None));
    }

    private static ViidLibraryDriver Driver(int port, string password, IDeviceWatch watch) => new(
        new DriverContext
        {
            Device = "library-1",
            Time = TimeProvider.System,
            Log = NullLogger.Instance,
            Watch = watch,
            HotList = new EmptyDesk(),
            Transports = new DeviceTransports(new HttpPuller(TimeProvider.System), null!) { Call = new HttpCaller(TimeProvider.System) },
        },
        new ViidLibraryOptions
        {
            Role = ViidLibraryRole.Upper,
            LibraryId = "34020000005030000009",
            DeviceId = Us,
            Host = "127.0.0.1",
            Port = port,
            User = "gateway",
            Password = new Secret(password),
        });

    private sealed class CountingWatch : IDeviceWatch
    {
        public int SignsOfLife { get; private set; }

        public void Heard() => SignsOfLife++;

        public void Fault(FaultKind kind, string reason)
        {
        }

        public void Clock(TimeSpan offset, TimeSpan uncertainty)
        {
        }
    }

    private sealed class EmptyDesk : IHotListDesk
    {
        public ValueTask<IReadOnlyList<HotListVerdict>> PutAsync(string origin, IReadOnlyList<HotListEntry> entries, CancellationToken ct) => throw new InvalidOperationException();

        public ValueTask RemoveAsync(string origin, IReadOnlyList<string> ids, CancellationToken ct) => throw new InvalidOperationException();

        public IAsyncEnumerable<HotListNotice> NoticesAsync(string origin, CancellationToken ct) => throw new InvalidOperationException();

        public ValueTask AnsweredAsync(HotListNotice notice, CancellationToken ct) => throw new InvalidOperationException();
    }
}
