using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Onvif;

namespace EdgeGateway.Drivers.Onvif;

/// <summary>Is a device there, what time is it there, and what is it called (plate-camera.md section 4.4)?</summary>
public sealed class OnvifHealth(IHttpCall http, TimeProvider time)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    /// <summary>The answer has whole seconds: on average it is half a second old.</summary>
    private static readonly TimeSpan s_half = TimeSpan.FromMilliseconds(500);

    /// <param name="access">Which device.</param>
    /// <param name="zone">For devices that tell only local time.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="DeviceFaultException">Nobody answers, or what answers does not speak ONVIF.</exception>
    public async Task<OnvifState> AskAsync(OnvifAccess access, TimeSpan zone, CancellationToken ct)
    {
        long begun = time.GetTimestamp();
        var answer = await PostAsync(access, OnvifRequests.GetSystemDateAndTime(), ct).ConfigureAwait(false);
        var took = time.GetElapsedTime(begun);
        if (OnvifReplies.SystemTime(answer.Body.Span, zone) is not { } told)
        {
            throw new DeviceFaultException(FaultKind.Garbled, $"What answers at {access.Service} does not tell its time over ONVIF (HTTP {answer.Status}).");
        }

        var offset = told + s_half - (time.GetUtcNow() - (took / 2));
        var (device, refusal) = await IdentityAsync(access, told, ct).ConfigureAwait(false);
        return new OnvifState(offset, (took / 2) + s_half, device, refusal);
    }

    // The token carries the device's own time: with another one many refuse what is right.
    private async Task<(OnvifDevice? Device, string? Refusal)> IdentityAsync(OnvifAccess access, DateTimeOffset now, CancellationToken ct)
    {
        var login = access.User is { } user
            ? UsernameToken.Of(user, access.Password?.Reveal() ?? string.Empty, RandomNumberGenerator.GetBytes(16), now) : null;
        var answer = await PostAsync(access, OnvifRequests.GetDeviceInformation(login), ct).ConfigureAwait(false);
        var device = OnvifReplies.DeviceInformation(answer.Body.Span);
        return (device, device is null ? OnvifReplies.Fault(answer.Body.Span) ?? FormattableString.Invariant($"HTTP {answer.Status}") : null);
    }

    private Task<HttpCallAnswer> PostAsync(OnvifAccess access, byte[] body, CancellationToken ct) => http.CallAsync(
        new HttpCallRequest("POST", access.Service)
        {
            ContentType = OnvifRequests.ContentType,
            Body = body,
            User = access.User,
            Password = access.Password,
            Timeout = s_limit,
            CertificateSha256 = access.CertificateSha256,
        },
        ct);
}

/// <summary>What a device told over ONVIF.</summary>
/// <param name="Offset">Its time minus the gateway's.</param>
/// <param name="Uncertainty">Half of what the exchange took, and half of the second that the answer cuts off.</param>
/// <param name="Device">What it says it is; null when it did not say.</param>
/// <param name="Refusal">Why it did not say; null when it did.</param>
public sealed record OnvifState(TimeSpan Offset, TimeSpan Uncertainty, OnvifDevice? Device, string? Refusal);
