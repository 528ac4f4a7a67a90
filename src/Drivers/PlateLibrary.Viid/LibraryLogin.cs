using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Drivers.Viid;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>How the library proves itself at our inbox.</summary>
internal static class LibraryLogin
{
    /// <summary>The library as a peer of the shared root: what registers there is the same for cameras and libraries.</summary>
    public static ViidCameraOptions Of(ViidLibraryOptions options) => new()
    {
        Login = new ViidLogin
        {
            DeviceId = options.LibraryId,
            User = options.LibraryUser,

            // No password must mean that nobody knows it, and not that everybody does.
            Password = options.LibraryPassword ?? new Secret(Convert.ToHexString(RandomNumberGenerator.GetBytes(32))),
            Keepalive = options.Keepalive,
            SameAddress = options.SameAddress,
        },
        ServerId = options.DeviceId,
    };
}
