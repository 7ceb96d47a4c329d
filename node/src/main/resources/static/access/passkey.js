// Passkeys: the one part of signing in that needs a script. Without it the buttons stay hidden and the password works.
"use strict";
(() => {
  const decode = (text) => {
    const base64 = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  };
  const encode = (buffer) => {
    let text = "";
    new Uint8Array(buffer).forEach((byte) => { text += String.fromCharCode(byte); });
    return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  const token = () => document.querySelector("input[name=_csrf]").value;
  const post = async (path, body) => {
    const response = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token() },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error("refused");
    }
    return response.json();
  };
  const withIds = (list) => (list || []).map((one) => ({ ...one, id: decode(one.id) }));

  const signIn = async () => {
    const options = await post("/webauthn/authenticate/options");
    const credential = await navigator.credentials.get({ publicKey: {
      ...options, challenge: decode(options.challenge), allowCredentials: withIds(options.allowCredentials) } });
    const answer = credential.response;
    const result = await post("/login/webauthn", {
      id: credential.id,
      rawId: encode(credential.rawId),
      response: {
        authenticatorData: encode(answer.authenticatorData),
        clientDataJSON: encode(answer.clientDataJSON),
        signature: encode(answer.signature),
        userHandle: answer.userHandle ? encode(answer.userHandle) : undefined,
      },
      credType: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment,
    });
    if (!result || !result.authenticated) {
      throw new Error("refused");
    }
    window.location.replace("/kept");
  };

  const register = async () => {
    const options = await post("/webauthn/register/options");
    const credential = await navigator.credentials.create({ publicKey: {
      ...options,
      user: { ...options.user, id: decode(options.user.id) },
      challenge: decode(options.challenge),
      excludeCredentials: withIds(options.excludeCredentials) } });
    const answer = credential.response;
    await post("/webauthn/register", { publicKey: {
      label: document.getElementById("passkey-label").value || "1",
      credential: {
        id: credential.id,
        rawId: encode(credential.rawId),
        response: {
          attestationObject: encode(answer.attestationObject),
          clientDataJSON: encode(answer.clientDataJSON),
          transports: answer.getTransports ? answer.getTransports() : [],
        },
        type: credential.type,
        clientExtensionResults: credential.getClientExtensionResults(),
        authenticatorAttachment: credential.authenticatorAttachment,
      } } });
    window.location.replace("/account?done=passkey");
  };

  const ways = { "sign-in": signIn, register };
  document.querySelectorAll("[data-passkey]").forEach((part) => {
    if (!window.PublicKeyCredential) {
      return;
    }
    part.hidden = false;
    const fault = part.querySelector("[data-passkey-fault]");
    part.querySelector("button").addEventListener("click", () => {
      fault.hidden = true;
      ways[part.dataset.passkey]().catch(() => { fault.hidden = false; });
    });
  });
})();
