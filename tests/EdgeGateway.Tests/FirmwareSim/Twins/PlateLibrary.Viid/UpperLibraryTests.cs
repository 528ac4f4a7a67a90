using System.Net;
using System.Text;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Twins.PlateLibrary.Viid;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateLibrary.Viid;

/// <summary>The twin of a library above us, asked by the HTTP client and the Digest of .NET.</summary>
public sealed class UpperLibraryTests : IAsyncLifetime
{
    private const string Us = "34020000005030000001";
    private const string Notification = "{\"DispositionNotificationListObject\":{\"DispositionNotificationObject\":[{\"NotificationID\":\"n1\",\"DispositionID\":\"d1\"}]}}";

    private readonly UpperLibrary _library = new(new IPEndPoint(IPAddress.Loopback, 0), new DigestGate(DigestPolicy.Qop, "gw", "Kakou@2024", 3, TimeProvider.System), TimeProvider.System);
    private HttpClient? _client;

    public Task InitializeAsync()
    {
        _library.Start();
        _client = new HttpClient(new HttpClientHandler { Credentials = new CredentialCache { { new Uri($"http://{_library.EndPoint}"), "Digest", new NetworkCredential("gw", "Kakou@2024") } } })
        {
            BaseAddress = new Uri($"http://{_library.EndPoint}"),
        };
        _client.DefaultRequestHeaders.Add("User-Identify", Us);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _client!.Dispose();
        await _library.DisposeAsync();
    }

    [Fact]
    public async Task Register_WithDotNetsDigest_IsTakenAndLeft()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/VIID/System/Register", $"{{\"RegisterObject\":{{\"DeviceID\":\"{Us}\"}}}}")).Status);
        Assert.True(_library.IsRegistered(Us));

        await PostAsync("/VIID/System/UnRegister", $"{{\"UnRegisterObject\":{{\"DeviceID\":\"{Us}\"}}}}");
        Assert.False(_library.IsRegistered(Us));
    }

    [Theory]
    [InlineData(LibraryRefusal.Status1, HttpStatusCode.OK, "\"StatusCode\":1")]
    [InlineData(LibraryRefusal.Error500, HttpStatusCode.InternalServerError, "html")]
    public async Task Notification_Refused_IsNotedAndThenTaken(LibraryRefusal refusal, HttpStatusCode status, string text)
    {
        await RegisterAsync();
        _library.Refuse(refusal);

        var refused = await PostAsync("/VIID/DispositionNotifications", Notification);
        var taken = await PostAsync("/VIID/DispositionNotifications", Notification);

        Assert.Equal(status, refused.Status);
        Assert.Contains(text, refused.Body, StringComparison.Ordinal);
        Assert.Contains("\"StatusCode\":0", taken.Body, StringComparison.Ordinal);
        Assert.Equal([refusal, null], _library.Notifications.Select(one => one.Refused));
    }

    [Fact]
    public async Task Notification_Unregistered_Is401()
    {
        using var bare = new HttpClient { BaseAddress = _client!.BaseAddress };
        using var content = new StringContent(Notification);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bare.PostAsync("/VIID/DispositionNotifications", content)).StatusCode);
        Assert.Empty(_library.Notifications);
    }

    [Fact]
    public async Task Notification_Unauthorised_ForgetsTheRegistration()
    {
        await RegisterAsync();
        _library.Refuse(LibraryRefusal.Unauthorised);

        await PostAsync("/VIID/DispositionNotifications", Notification);

        Assert.False(_library.IsRegistered(Us));
    }

    private Task RegisterAsync() => PostAsync("/VIID/System/Register", $"{{\"RegisterObject\":{{\"DeviceID\":\"{Us}\"}}}}");

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _client!.PostAsync(path, content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
