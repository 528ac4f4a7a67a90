using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>The bodies of Register, Keepalive and UnRegister: a DeviceID in an envelope of their name (plate-camera.md section 2.1).</summary>
public static class ViidSession
{
    private static readonly string[] s_envelopes = ["RegisterObject", "KeepaliveObject", "UnRegisterObject"];

    /// <returns>The DeviceID as written, or null when the body has none.</returns>
    public static string? DeviceId(ViidDocument body)
    {
        foreach (string envelope in s_envelopes)
        {
            if (body.Root[envelope]["DeviceID"].Text is { } device)
            {
                return device;
            }
        }

        return body.Root["DeviceID"].Text;
    }
}
