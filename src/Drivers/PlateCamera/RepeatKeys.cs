using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateCamera;

/// <summary>
/// Tells a camera's repeats from other readings under the same identifier: identifiers are used twice in the field, after a
/// restart, for two vehicles of one picture, or once without and once with pictures.
/// </summary>
internal static class RepeatKeys
{
    /// <returns>The identifier with everything that a repeat has in common with the first; null without an identifier.</returns>
    public static string? Of(Reading reading)
    {
        if (reading.Body is not PlateReadBody { Source.NativeId: { } native } body)
        {
            return null;
        }

        string pictures = string.Concat(reading.Attachments.Select(static attachment => attachment.Sha256[..16]));
        string time = reading.TimeFrom == TimeOrigin.Device ? FormattableString.Invariant($"{reading.Time.ToUnixTimeMilliseconds()}") : "";
        return $"{native}\n{body.Plate.Raw}\n{body.LaneNo}\n{time}\n{pictures}";
    }
}
