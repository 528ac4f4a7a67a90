using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Tests.Protocol.Onvif;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Onvif;

/// <summary>A device that speaks as much ONVIF as the doctor asks for; it checks the token by itself.</summary>
internal sealed class OnvifTwin : IAsyncDisposable
{
    private readonly ScriptedDevice _device;

    /// <param name="clock">What its clock shows.</param>
    /// <param name="password">Password of its user admin.</param>
    public OnvifTwin(Func<DateTimeOffset> clock, string password = "Pass-1234") => _device = new ScriptedDevice(async (peer, ct) =>
    {
        string request = await ReadAsync(peer, ct);
        byte[] answer = !request.StartsWith("POST /onvif/device_service ", StringComparison.Ordinal) ? []
            : request.Contains("<t:GetSystemDateAndTime/>", StringComparison.Ordinal) ? OnvifAnswers.Time(clock().ToUniversalTime())
            : Admits(request, password, clock()) ? OnvifAnswers.Information() : OnvifAnswers.Fault();
        await peer.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n", ct);
        await peer.SendAsync(answer, ct);
    });

    public Uri Service => new($"http://127.0.0.1:{_device.Port}/onvif/device_service");

    public ValueTask DisposeAsync() => _device.DisposeAsync();

    private static async Task<string> ReadAsync(RawPeer peer, CancellationToken ct)
    {
        string head = await peer.ReadHeadAsync(ct);
        int length = int.Parse(Regex.Match(head, "Content-Length: ([0-9]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        return head + await peer.ReadTextAsync(length, ct);
    }

    // Devices refuse a token that is not of their own time.
    private static bool Admits(string request, string password, DateTimeOffset now)
    {
        string Of(string name) => Regex.Match(request, $"<[a-z]+:{name}(?: [^>]*)?>([^<]*)<").Groups[1].Value;
        if (!DateTimeOffset.TryParse(Of("Created"), System.Globalization.CultureInfo.InvariantCulture, out var created) || (created - now).Duration() > TimeSpan.FromSeconds(5))
        {
            return false;
        }

        byte[] digested = [.. Convert.FromBase64String(Of("Nonce")), .. Encoding.UTF8.GetBytes(Of("Created") + password)];
        return Of("Username") == "admin" && Of("Password") == Convert.ToBase64String(System.Security.Cryptography.SHA1.HashData(digested));
    }
}
