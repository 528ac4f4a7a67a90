namespace EdgeGateway.Configuration;

/// <summary>Whose word lets a reading be forgotten (contract section 3).</summary>
public enum ConfirmChoice
{
    /// <summary>The broker's, until a platform that sends receipts was seen for this root; from then on the platform's, for ever.</summary>
    Auto,

    /// <summary>The platform's receipt.</summary>
    Platform,

    /// <summary>The broker's PUBACK with success.</summary>
    Broker,
}
