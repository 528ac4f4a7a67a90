namespace EdgeGateway.Protocol.Onvif;

/// <summary>Namespaces and fixed addresses of ONVIF and of what it is built on (plate-camera.md section 4.4).</summary>
internal static class OnvifNames
{
    public const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public const string Discovery = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    public const string DiscoveryTo = "urn:schemas-xmlsoap-org:ws:2005:04:discovery";
    public const string Network = "http://www.onvif.org/ver10/network/wsdl";
    public const string Device = "http://www.onvif.org/ver10/device/wsdl";
    public const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Utility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public const string Digest = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    public const string Base64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
}
