using System.Security;
using System.Text;

namespace EdgeGateway.Protocol.Onvif;

/// <summary>Requests to the device service (plate-camera.md section 4.4).</summary>
public static class OnvifRequests
{
    public const string ContentType = "application/soap+xml; charset=utf-8";

    /// <summary>Path of the device service where nobody told another.</summary>
    public const string Path = "/onvif/device_service";

    /// <summary>Anybody may ask for the time: without it nobody could log in.</summary>
    public static byte[] GetSystemDateAndTime() => Envelope("", "<t:GetSystemDateAndTime/>");

    /// <param name="login">Null asks without; most devices then refuse.</param>
    public static byte[] GetDeviceInformation(UsernameToken? login) => Envelope(login is null ? "" : Header(login), "<t:GetDeviceInformation/>");

    private static string Header(UsernameToken login) =>
        $"<e:Header><s:Security e:mustUnderstand=\"true\" xmlns:s=\"{OnvifNames.Security}\" xmlns:u=\"{OnvifNames.Utility}\"><s:UsernameToken>"
        + $"<s:Username>{SecurityElement.Escape(login.User)}</s:Username><s:Password Type=\"{OnvifNames.Digest}\">{login.Digest}</s:Password>"
        + $"<s:Nonce EncodingType=\"{OnvifNames.Base64}\">{login.Nonce}</s:Nonce><u:Created>{login.Created}</u:Created></s:UsernameToken></s:Security></e:Header>";

    private static byte[] Envelope(string header, string body) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><e:Envelope xmlns:e=\"{OnvifNames.Soap}\" xmlns:t=\"{OnvifNames.Device}\">{header}<e:Body>{body}</e:Body></e:Envelope>");
}
