using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>
/// SubscribeID, 33 digits (plate-camera.md section 2.5). It is the same at every start: a subscription that a crash left behind
/// is replaced and not doubled. Hence its time is none of ours but a fixed one.
/// </summary>
public static class SubscriptionId
{
    private const string FixedTime = "20000101000000";
    private const uint Serials = 100_000;

    /// <param name="organisation">12 digits.</param>
    /// <param name="device">Our name for the library.</param>
    /// <param name="library">Its code.</param>
    public static string Of(string organisation, string device, string library)
    {
        uint hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{device}|{library}")));
        return organisation + ViidTypes.Subscription + FixedTime + (hash % Serials).ToString("00000", CultureInfo.InvariantCulture);
    }
}
