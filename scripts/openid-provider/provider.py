"""An OpenID provider as it should be, and, when a test asks for it, as it should not be.

oidc-provider-mock with PKCE demanded. `PUT /fault` names what is wrong with every token from then on; `POST /rotate` makes
a new key. Ends when its standard input does.
"""

import base64
import json
import logging
import sys
import threading
import time

import flask
import werkzeug.serving
from authlib import jose
from authlib.oauth2.rfc7636 import CodeChallenge
from joserfc import jwt
from joserfc.jwk import RSAKey
from oidc_provider_mock import _app

fault = "none"


class Grant(_app.AuthorizationCodeGrant):
    """The flow with PKCE, which it does without by default."""

    def __init__(self, request, server):
        super().__init__(request, server)
        CodeChallenge(required=True)(self)

    def validate_authorization_request(self):
        if self.request.payload.data.get("code_challenge_method") != "S256":
            raise _app.authlib.oauth2.rfc6749.InvalidRequestError("S256 is missing")
        return super().validate_authorization_request()

    def save_authorization_code(self, code, request):
        super().save_authorization_code(code, request)
        kept = _app.storage.get_authorization_code(code)
        object.__setattr__(kept, "code_challenge", request.payload.data.get("code_challenge"))
        object.__setattr__(kept, "code_challenge_method", request.payload.data.get("code_challenge_method"))

    def authenticate_token_endpoint_client(self):
        client = super().authenticate_token_endpoint_client()
        if not self.request.form.get("code_verifier"):
            raise _app.authlib.oauth2.rfc6749.InvalidRequestError("the verifier is missing")
        return client


class Tokens(_app.OpenIDCode):
    """Tokens with the fault that was asked for."""

    def encode_id_token(self, token, request):
        part = super().encode_id_token(token, request).split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        key = RSAKey.import_key(_app.storage.jwk.as_dict(is_private=True))
        header = {"alg": "RS256", "typ": "JWT", "kid": _app.storage.jwk.as_dict()["kid"]}
        now = int(time.time())
        if fault == "wrong-nonce":
            claims["nonce"] = "another"
        elif fault == "wrong-audience":
            claims["aud"] = ["somebody-else"]
        elif fault == "expired":
            claims.update(iat=now - 300, exp=now - 120)
        elif fault == "unsigned":
            return b64(json.dumps({"alg": "none"})) + "." + b64(json.dumps(claims)) + "."
        elif fault == "foreign-key":
            key = RSAKey.generate_key(2048)
        return jwt.encode(header, claims, key, ["RS256"])


def b64(text):
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


_app.AuthorizationCodeGrant = Grant
_app.OpenIDCode = Tokens
provider = _app.app(require_nonce=True, issue_refresh_token=False)
provider.debug = False
provider.wsgi_app = flask.Flask.wsgi_app.__get__(provider)


@provider.put("/fault")
def set_fault():
    global fault
    fault = flask.request.get_data(as_text=True)
    return "", 204


@provider.post("/rotate")
def rotate():
    _app.storage.jwk = jose.RSAKey.generate_key(is_private=True)
    return "", 204


logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = werkzeug.serving.make_server("127.0.0.1", 0, provider, threaded=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}", flush=True)
sys.stdin.read()
