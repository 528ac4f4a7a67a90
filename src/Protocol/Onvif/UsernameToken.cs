using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Onvif;

/// <summary>
/// WS-Security UsernameToken with a digest: Base64(SHA1(nonce + created + password)) (plate-camera.md section 4.4). Devices
/// refuse one whose Created is not near their own clock, so it is made with the device's time.
/// </summary>
/// <param name="User">User of the device.</param>
/// <param name="Digest">Base64.</param>
/// <param name="Nonce">Base64.</param>
/// <param name="Created">UTC.</param>
public sealed record UsernameToken(string User, string Digest, string Nonce, string Created)
{
    /// <param name="user">User of the device.</param>
    /// <param name="password">Its password.</param>
    /// <param name="nonce">Fresh random bytes, 16 or more.</param>
    /// <param name="created">The device's time.</param>
    public static UsernameToken Of(string user, string password, ReadOnlySpan<byte> nonce, DateTimeOffset created)
    {
        string moment = UtcMilliseconds.Text(created);
        byte[] text = [.. nonce, .. Encoding.UTF8.GetBytes(moment + password)];
#pragma warning disable CA5350 // The profile knows no other digest.
        return new UsernameToken(user, Convert.ToBase64String(SHA1.HashData(text)), Convert.ToBase64String(nonce), moment);
#pragma warning restore CA5350
    }
}
